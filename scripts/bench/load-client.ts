// A process of its own that asks a server for many addresses on connections that it keeps. Its order comes in on the
// standard input, what it measured goes out on the standard output.
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { randomFor } from '@/db/generate/random'
import { acceptEncoding } from './answer'
import { type ClientOrder, type ClientResult, clientOrder } from './client-order'
import { type Head, openConnection } from './connection'
import { percentile } from './statistics'
import { zipfPlaces } from './zipf'

const order = clientOrder.parse(JSON.parse(await text(process.stdin)))
process.stdout.write(JSON.stringify(await carryOut(order)))

async function carryOut({ port, connections, seconds, perSecond, ...wish }: ClientOrder): Promise<ClientResult> {
  const next = addresses(wish)
  const times: number[] = []
  const result = { answers: 0, bytes: 0, bad: 0, example: '' }
  const began = performance.now()
  const until = began + (seconds ?? Number.POSITIVE_INFINITY) * 1000

  async function go() {
    const connection = openConnection(port)
    for (let path = next(); path !== undefined && performance.now() < until; path = next()) {
      const asked = performance.now()
      const head = await connection.ask(questionFor(path))
      times.push(performance.now() - asked)
      take(path, head)
      if (perSecond) await pause(Math.max(0, 1000 / perSecond - (performance.now() - asked)))
    }
    connection.close()
  }
  function take(path: string, head: Head) {
    const fault = faultOf(head, wish)
    result.answers++
    result.bytes += head.length
    if (!fault) return
    result.bad++
    result.example ||= `${path}: ${fault}`
  }

  await Promise.all(Array.from({ length: connections }, go))
  const passed = (performance.now() - began) / 1000
  return { ...result, seconds: passed, medianMs: percentile(times, 0.5), p99Ms: percentile(times, 0.99) }
}

function addresses({ pathsFile, order: how, seed }: Pick<ClientOrder, 'pathsFile' | 'order' | 'seed'>) {
  const paths = readFileSync(pathsFile, 'utf8').split('\n')
  const [draw, random] = [zipfPlaces(paths.length), randomFor(seed, 1)]
  let place = 0
  return () => paths[how === 'zipf' ? draw(random) : place++]
}

function questionFor(path: string) {
  return `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: ${acceptEncoding}\r\n\r\n`
}

function faultOf({ status, encoding, length }: Head, wish: Pick<ClientOrder, 'status' | 'least'>) {
  if (status !== wish.status) return `status ${status}`
  if (!/^(gzip|br)$/.test(encoding)) return `encoding ${encoding || 'none'}`
  if (length < wish.least) return `only ${length} bytes`
}
