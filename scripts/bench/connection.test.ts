import { createServer, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openConnection, readHead } from './connection'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A server that answers each question as it is told, byte for byte. */
function serverThat(answers: (socket: Socket) => void) {
  const server = createServer((socket) => socket.on('data', () => answers(socket)))
  closers.push(() => server.close())
  return new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

test('an answer is whole when its last byte is there, however it comes', async () => {
  const port = await serverThat((socket) => {
    socket.setNoDelay().write('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Le')
    setTimeout(() => socket.write('ngth: 10\r\n\r\n12345'), 10)
    setTimeout(() => socket.write('67890'), 20)
  })
  const connection = openConnection(port)
  const began = performance.now()
  expect(await connection.ask('GET / HTTP/1.1\r\n\r\n')).toEqual({ status: 200, encoding: 'gzip', length: 10 })
  expect(performance.now() - began).toBeGreaterThan(15)
  expect(await connection.ask('GET / HTTP/1.1\r\n\r\n')).toMatchObject({ status: 200 })
  connection.close()
})

test('a connection that breaks off is no answer, and the next question opens another', async () => {
  let times = 0
  const port = await serverThat((socket) => {
    if (times++ === 0) socket.destroy()
    else socket.write('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n')
  })
  const connection = openConnection(port)
  expect(await connection.ask('GET / HTTP/1.1\r\n\r\n')).toMatchObject({ status: 0 })
  expect(await connection.ask('GET / HTTP/1.1\r\n\r\n')).toMatchObject({ status: 404 })
  connection.close()
})

test('names of headers are read in any case', () => {
  expect(readHead('HTTP/1.1 503 Busy\r\ncontent-length:7\r\nCONTENT-ENCODING: br ')).toEqual({
    status: 503,
    encoding: 'br',
    length: 7,
  })
})
