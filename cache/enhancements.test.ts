import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createChangingEnhancements, createEnhancements } from './enhancements.ts'
import { aFrontDoor, answering } from './testing/front-door.ts'

const [older, newer] = ['.next-0000000000000001', '.next-0000000000000002']
const [old, present] = ['00000000000000aa.js', '00000000000000bb.js']

function aRoot(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'courant-builds-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

const code = 'export const thing = 1\n'.repeat(200)

function aSite() {
  const root = aRoot({
    [`${older}/enhance/${old}`]: 'old',
    [`${newer}/enhance/${present}`]: code,
    [`${newer}/enhance/notes.txt`]: 'secret',
    [`${newer}/server/00000000000000cc.js`]: 'secret',
  })
  return createEnhancements(root)
}

test('the documents’ script is kept for good, and that of the builds before it is still there', async () => {
  const { knock } = await aFrontDoor(answering(404, 'Next'), { findEnhancements: aSite() })

  expect(await knock(`/enhance/${present}`)).toMatchObject({
    status: 200,
    text: code,
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    },
  })
  expect((await knock(`/enhance/${old}`)).text).toBe('old')
})

test('it is compressed as the reader takes it', async () => {
  const find = aSite()
  const ask = (encoding: string) => {
    const request = { headers: { 'accept-encoding': encoding } } as Parameters<typeof find>[0]['request']
    return find({ path: `/enhance/${present}`, request })
  }

  const zipped = await ask('gzip')
  expect(zipped?.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped?.body ?? '').toString()).toBe(code)
  expect((await ask('gzip, br'))?.headers['content-encoding']).toBe('br')
  expect((await ask(''))?.headers).not.toHaveProperty('content-encoding')
})

test('nothing else of a build is given away by it', async () => {
  const { knock } = await aFrontDoor(answering(404, 'Next'), { findEnhancements: aSite() })

  for (const name of ['notes.txt', '../server/00000000000000cc.js', '00000000000000cc.js', '%2e%2e/package.json', ''])
    expect((await knock(`/enhance/${name}`)).text, name).not.toContain('secret')
})

test('in development it is made anew each time, and kept by nobody', async () => {
  let times = 0
  const bundle = async () => Buffer.from(`${++times}`)
  const { knock } = await aFrontDoor(answering(404, 'Next'), { findEnhancements: createChangingEnhancements(bundle) })

  expect((await knock('/enhance/changing.js')).text).toBe('1')
  expect(await knock('/enhance/changing.js')).toMatchObject({ text: '2', headers: { 'cache-control': 'no-store' } })
})
