/** What /metrics says of a number, to somebody on the same machine. */
export async function numberOf({ url }: { url: string }, name: string, labels: Record<string, string> = {}) {
  const text = await (await fetch(`${url}/metrics`)).text()
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  const found = text.split('\n').find((line) => {
    const [, said = ''] = line.match(/^(\w+(\{.*\})?) /) ?? []
    return said.split('{')[0] === name && wanted.every((label) => said.includes(label))
  })
  if (!found) throw new Error(`/metrics says nothing of ${name}:\n${text.slice(0, 500)}`)
  return Number(found.split(' ').at(-1))
}
