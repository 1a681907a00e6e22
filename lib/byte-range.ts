/** The one part that a Range header asks for, both ends included; nothing where the whole is to be sent. */
export function byteRange(header: string | null, length: number) {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!first && !last) return
  const from = first ? Number(first) : Math.max(0, length - Number(last))
  const to = first && last ? Math.min(Number(last), length - 1) : length - 1
  return from <= to ? { from, to } : undefined
}
