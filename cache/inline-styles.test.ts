import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createInlineStyles, inlineStyle } from './inline-styles.ts'
import { aFrontDoor, answering } from './testing/front-door.ts'

const drawn = `<!DOCTYPE html><html><head><title>a</title><link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/><link rel="icon" href="/a.svg"/></head><body><p>Bridge</p></body></html>`
const css = '@font-face{src:url(../media/a.woff2)}p{color:red}'
const inPage = '@font-face{src:url(/_next/static/media/a.woff2)}p{color:red}'

function aBuild() {
  const root = mkdtempSync(join(tmpdir(), 'courant-styles-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'built/static/chunks'), { recursive: true })
  writeFileSync(join(root, 'built/static/chunks/a.css'), css)
  return createInlineStyles(root, 'built')
}

test('the styles of a document stand in it, and its policy allows these and no others', async () => {
  const findStyle = aBuild()
  const { knock } = await aFrontDoor(answering(200, drawn, { 'cache-control': 's-maxage=60' }), { findStyle })
  for (const path of ['/', '/', '/search?q=a']) {
    const { text, headers } = await knock(path)
    expect(text).toContain(`<head><title>a</title><style>${inPage}</style><link rel="icon" href="/a.svg"/></head>`)
    const hash = findStyle('/_next/static/chunks/a.css')?.hash
    expect(hash).toMatch(/^sha256-[\w+/]{43}=$/)
    expect(headers['content-security-policy']).toContain(`; style-src 'self' '${hash}';`)
    expect(headers['content-security-policy']).toContain("; script-src 'self';")
  }
})

test('a desk loads its styles, and so does a document whose styles the build does not have', async () => {
  const { knock } = await aFrontDoor(answering(200, drawn), { findStyle: aBuild() })
  expect((await knock('/moderation')).text).toBe(drawn)
  const other = drawn.replace('a.css', 'b.css')
  const unknown = await aFrontDoor(answering(200, other), { findStyle: aBuild() })
  expect((await unknown.knock('/')).text).toBe(other)
})

test.each(['@import "b.css";', 'p{background:url(a.png)}', 'p::before{content:"</style>"}', 'p{}\r\n'])(
  '%j does not stand in a page',
  (text) => expect(inlineStyle(text)).toBeUndefined(),
)

test('addresses within the page, data and whole paths stay as they are', () => {
  const text = 'a{mask:url(#m)}b{background:url("data:image/png;base64,AA==")}c{background:url(\'/a.png\')}'
  expect(inlineStyle(text)?.text).toBe(text)
  expect(inlineStyle('d{background:url("./a.png")}')?.text).toBe('d{background:url("/_next/static/chunks/a.png")}')
})
