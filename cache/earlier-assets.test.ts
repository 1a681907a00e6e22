import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createEarlierAssets } from './earlier-assets.ts'
import { aFrontDoor, answering } from './testing/front-door.ts'

const [older, newer] = ['.next-0000000000000001', '.next-0000000000000002']

function aRoot(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'courant-builds-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

test('a page that was opened before an upgrade finds its assets, and those of this build come from Next', async () => {
  const root = aRoot({
    [`${older}/static/chunks/a~1.css`]: 'old',
    [`${older}/static/chunks/both.js`]: 'old',
    [`${newer}/static/chunks/both.js`]: 'new',
  })
  const findEarlierAsset = createEarlierAssets(root, newer)
  const { knock } = await aFrontDoor(answering(404, 'Next'), { findEarlierAsset })

  expect(await knock('/_next/static/chunks/a~1.css')).toMatchObject({
    status: 200,
    text: 'old',
    headers: {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  })
  expect((await knock('/_next/static/chunks/both.js')).text).toBe('Next')
  expect((await knock('/_next/static/chunks/none.js')).text).toBe('Next')
})

test('nothing but hashed assets is read from earlier builds', async () => {
  const root = aRoot({
    [`${older}/server/secret.js`]: 'secret',
    [`${older}/static/notes.txt`]: 'secret',
    [`${older}/static/.hidden.js`]: 'secret',
  })
  const find = createEarlierAssets(root, newer)
  for (const path of [
    '/_next/static/../server/secret.js',
    '/_next/static/%2e%2e/server/secret.js',
    '/_next/static//../server/secret.js',
    '/_next/static/notes.txt',
    '/_next/static/.hidden.js',
    '/_next/server/secret.js',
  ]) {
    expect(await find(path), path).toBeUndefined()
  }
})
