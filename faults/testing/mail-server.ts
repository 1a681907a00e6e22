import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { AtEnd } from './node'
import { within } from './soon'

/**
 * A mail server that keeps what it is sent, and knows no mailbox whose name begins with `nobody`. It thinks about each
 * letter for so many milliseconds before it says that it took it.
 */
export async function startMailServer(atEnd: AtEnd = onTestFinished, thinks = 0) {
  const letters: string[] = []
  const refused: string[] = []
  const server = createServer((socket) => speak(socket, letters, refused, thinks))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    refused,
    /** All that came, without the folding of their lines. */
    letters,
    /** The newest letter to an address, which leaves after the answer. */
    letterTo: (email: string) =>
      within(5000, async () => {
        const letter = letters.findLast((one) => one.includes(email))
        if (!letter) throw new Error(`no letter came for ${email}`)
        return { code: /^(\d{6})\r?$/m.exec(letter)?.[1] ?? '', link: link.exec(letter)?.[1] ?? '' }
      }),
  }
}

const link = /^(http\S+\/sign-in\/confirm\S+)\r?$/m

function speak(socket: Socket, letters: string[], refused: string[], thinks: number) {
  let letter: string | undefined
  const say = (line: string) => socket.write(`${line}\r\n`)
  socket.on('error', () => {})
  say('220 ready')
  socket.on('data', (bytes) => {
    const text = bytes.toString()
    if (letter !== undefined) {
      letter += text
      if (!letter.endsWith('\r\n.\r\n')) return
      letters.push(letter.replace(/=\r?\n/g, '').replaceAll('=3D', '='))
      letter = undefined
      setTimeout(say, thinks, '250 taken')
      return
    }
    const [, mailbox] = /^RCPT TO:<(.*)>/i.exec(text) ?? []
    if (mailbox?.startsWith('nobody')) {
      refused.push(mailbox)
      return say(`550 5.1.1 <${mailbox}>: Recipient address rejected: User unknown`)
    }
    if (/^DATA/i.test(text)) letter = ''
    return say(/^DATA/i.test(text) ? '354 go on' : /^QUIT/i.test(text) ? '221 bye' : '250 ok')
  })
}
