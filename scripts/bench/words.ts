const whole = new Intl.NumberFormat('en')

export const count = (n: number) => whole.format(Math.round(n))
export const ratio = (n: number) => (n >= 10 ? n.toFixed(1) : n >= 0.1 ? n.toFixed(2) : n.toPrecision(2))
export const milliseconds = (n: number) => `${n < 10 ? n.toFixed(2) : n.toFixed(1)} ms`
export const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`
