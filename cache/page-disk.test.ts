import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openPageDisk, type PageDisk } from './page-disk.ts'
import { makeEntry, masterBody } from './page-entry.ts'
import { createTagClock } from './tag-clock.ts'
import { aFrontDoor, answering, emptyPage, page } from './testing/front-door.ts'

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'courant-pages-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const open = (folder: string, different: Partial<Parameters<typeof openPageDisk>[0]> = {}) =>
  openPageDisk({ folder, edition: 'this-one', room: 2 ** 20, opened: Date.now(), ...different })

function anEntry(text: string, tags = ['article:1'], begun = 1000) {
  const headers = { 'content-type': 'text/html', 'cache-control': 's-maxage=60' }
  return makeEntry({ status: 200, headers, body: Buffer.from(text) }, { tags, begun, freshUntil: 9e15, end: Infinity })
}

const files = (folder: string) => readdirSync(join(folder, 'this-one'))
const bodyOf = async (disk: PageDisk, path: string) => masterBodyOf(await disk.read(path))
const masterBodyOf = (entry: Awaited<ReturnType<PageDisk['read']>>) => entry && masterBody(entry).toString()

test('a page that was stored is there after a restart, with its tags and its times', async () => {
  const folder = aFolder()
  const first = await open(folder)
  first.write('/articles/a', await anEntry('Bridge reopens', ['article:1', 'front']))
  await first.close()

  const second = await open(folder)
  const entry = await second.read('/articles/a')
  expect(masterBodyOf(entry)).toBe('Bridge reopens')
  expect(entry).toMatchObject({ tags: ['article:1', 'front'], begun: 1000, freshUntil: 9e15, end: Infinity })
  expect(await second.read('/articles/b')).toBeUndefined()
})

test('a page that an earlier process wrote with a clock ahead counts as older than this one', async () => {
  const folder = aFolder()
  const first = await open(folder)
  first.write('/', await anEntry('Front', ['front'], 5000))
  await first.close()
  const second = await open(folder, { opened: 3000 })
  expect((await second.read('/'))?.begun).toBe(3000)
})

test('pages of another build or other settings are taken away, and never read', async () => {
  const folder = aFolder()
  const first = await open(folder)
  first.write('/', await anEntry('Old front'))
  await first.close()
  const second = await open(folder, { edition: 'another' })
  expect(await second.read('/')).toBeUndefined()
  expect(readdirSync(folder)).toEqual(['another'])
})

test('what is torn, foreign or not a page at all is as if it were not there', async () => {
  const folder = aFolder()
  const first = await open(folder)
  for (const path of ['/a', '/b', '/c', '/d']) first.write(path, await anEntry('Whole'))
  await first.close()
  const [one = '', two = '', three = '', four = ''] = files(folder).map((name) => join(folder, 'this-one', name))
  writeFileSync(one, '')
  writeFileSync(two, readFileSync(two).subarray(0, -1))
  writeFileSync(three, '{"path":"/a"}\n<script>')
  writeFileSync(four, readFileSync(four, 'utf8').replace('"status":200', '"status":302'))
  mkdirSync(join(folder, 'this-one', 'a-folder'))

  const second = await open(folder)
  for (const path of ['/a', '/b', '/c', '/d']) expect(await second.read(path)).toBeUndefined()
})

test('the folder stays within its bound, and those that were asked for stay the longest', async () => {
  const folder = aFolder()
  const disk = await open(folder, { room: 6000 })
  disk.write('/', await anEntry('x'.repeat(500)))
  await expect.poll(() => files(folder).length).toBe(1)
  for (let article = 0; article < 20; article++) {
    disk.write(`/articles/${article}`, await anEntry('y'.repeat(500)))
    await disk.close()
    expect(await bodyOf(disk, '/')).toBe('x'.repeat(500))
  }
  const bytes = files(folder).reduce((sum, name) => sum + readFileSync(join(folder, 'this-one', name)).byteLength, 0)
  expect(bytes).toBeLessThanOrEqual(6000)
  expect(await disk.read('/articles/0')).toBeUndefined()
  expect(await disk.read('/articles/19')).toBeDefined()
})

test('a page that was taken away while it was being written does not come back', async () => {
  const folder = aFolder()
  const disk = await open(folder)
  for (let time = 0; time < 20; time++) {
    disk.write('/articles/a', await anEntry('Withdrawn soon'))
    if (time % 2) await new Promise((resolve) => setTimeout(resolve, time / 10))
    disk.remove('/articles/a')
  }
  await disk.close()
  await expect.poll(() => files(folder)).toEqual([])
  expect(await disk.read('/articles/a')).toBeUndefined()
})

test('after a restart without the database every page that was served is served, but not a concealed one', async () => {
  const folder = aFolder()
  const stored = { 'cache-control': 's-maxage=2592000', 'x-courant-tags': 'article:1' }
  const firstDisk = await open(folder)
  const before = await aFrontDoor(answering(200, page, stored), { disk: firstDisk })
  await before.knock('/articles/a')
  await before.knock('/articles/hidden')
  await firstDisk.close()

  const clock = createTagClock()
  const disk = await open(folder, { opened: clock.now() })
  const down = { clock, disk, isDatabaseReachable: async () => false }
  const after = await aFrontDoor(answering(500, emptyPage), down)
  expect(await after.knock('/articles/a')).toMatchObject({ status: 200, text: page })
  clock.invalidate(['article:1'])
  expect(await after.knock('/articles/a')).toMatchObject({ status: 200, text: page })
  clock.conceal(['article:1'])
  expect((await after.knock('/articles/a')).status).toBe(503)
  expect((await after.knock('/articles/hidden')).status).toBe(503)
})
