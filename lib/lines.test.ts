import { expect, test } from 'vitest'
import { type Line, linesOf } from './lines'

async function read(chunks: (string | Uint8Array)[], longest = 100) {
  async function* stream() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  const lines: Line[] = []
  for await (const line of linesOf(stream(), longest)) lines.push(line)
  return lines
}

test('lines are numbered as an editor numbers them, blank ones left out', async () => {
  expect(await read(['\ufeffone\r\n\n  \nfo', 'ur\nfive'])).toEqual([
    { no: 1, text: 'one' },
    { no: 4, text: 'four' },
    { no: 5, text: 'five' },
  ])
  expect(await read([])).toEqual([])
})

test('a letter that two chunks share is whole', async () => {
  const bytes = Buffer.from('Ærø')
  expect(await read([bytes.subarray(0, 1), bytes.subarray(1)])).toEqual([{ no: 1, text: 'Ærø' }])
})

test('a line that is too long, or is no text, is named and the next one is read', async () => {
  expect(await read(['x'.repeat(60), 'x'.repeat(60), 'x\nok\n', Uint8Array.of(0xff, 0xfe, 0x0a), 'end'])).toEqual([
    { no: 1, fault: 'too-long' },
    { no: 2, text: 'ok' },
    { no: 3, fault: 'not-utf-8' },
    { no: 4, text: 'end' },
  ])
})
