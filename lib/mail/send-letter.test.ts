import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addToEnvironment, env } from '@/lib/env'
import { sendLetter } from './send-letter'
import { signInLetter } from './sign-in-letter'

const letter = signInLetter({
  email: 'anna@example.org',
  code: '012345',
  link: 'https://paper.example/sign-in/confirm?token=abc&email=anna%40example.org',
})

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'courant-mail-'))
  addToEnvironment({ DATA_DIR: folder, SMTP_URL: '' })
})

afterEach(() => rm(folder, { recursive: true }))

test('without a mail server a letter becomes a file that only its owner reads', async () => {
  await sendLetter(letter)

  const [name = ''] = await readdir(env().outboxFolder)
  const file = join(env().outboxFolder, name)
  expect(name).toMatch(/\.eml$/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const text = (await readFile(file, 'utf8')).replaceAll('=\r\n', '').replaceAll('=3D', '=')
  expect(text).toContain('To: anna@example.org')
  expect(text).toMatch(/^012345$/m)
  expect(text).toContain(letter.link)
  expect(text).toContain('ten minutes')
})

test('the link in the letter is escaped where it is markup', () => {
  expect(letter.html).toContain('token=abc&amp;email=anna%40example.org"')
  expect(letter.html).not.toContain('token=abc&email')
})

test('with a mail server the letter goes there and no file is left', async () => {
  const server = await aMailServer('250 taken')

  await sendLetter(letter)

  expect(server.heard()).toContain('RCPT TO:<anna@example.org>')
  expect(server.heard()).toContain('012345')
  await expect(readdir(env().outboxFolder)).rejects.toThrow('ENOENT')
  server.close()
})

test('a mail server that refuses is an error that says why, and not to whom the letter was', async () => {
  const server = await aMailServer('550 5.1.1 <anna@example.org>: no such mailbox')

  const fault = await sendLetter(letter).catch((error) => error)
  expect(fault.message).toContain('no such mailbox')
  expect(inspect(fault)).not.toContain('anna')
  server.close()
})

/** Speaks as much SMTP as a letter needs, and answers to its recipient as told. */
async function aMailServer(toRecipient: string) {
  let heard = ''
  const server = createServer((socket) => speak(socket, toRecipient, (text) => (heard += text)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  addToEnvironment({ SMTP_URL: `smtp://127.0.0.1:${address.port}?ignoreTLS=true` })
  return { heard: () => heard, close: () => server.close() }
}

function speak(socket: Socket, toRecipient: string, hear: (text: string) => void) {
  let inLetter = false
  socket.on('error', () => {})
  socket.write('220 ready\r\n')
  socket.on('data', (bytes) => {
    const text = bytes.toString()
    hear(text)
    if (inLetter && !text.endsWith('\r\n.\r\n')) return
    const command = inLetter ? 'END' : text.slice(0, 4).toUpperCase()
    inLetter = command === 'DATA'
    const answers: Record<string, string> = { DATA: '354 go on', RCPT: toRecipient, QUIT: '221 bye' }
    socket.write(`${answers[command] ?? '250 ok'}\r\n`)
  })
}
