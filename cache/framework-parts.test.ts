import { describe, expect, test } from 'vitest'
import { findFrameworkParts, withoutParts } from './framework-parts.ts'

const pageOf = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`

function strip(html: string) {
  const found = findFrameworkParts(html)
  return 'parts' in found ? withoutParts(html, found.parts) : found
}

describe('what Next 16.4 writes for its scripts goes', () => {
  test.each([
    ['a file', '<script src="/_next/static/chunks/2-r_-4t2jxxbj.js" async=""></script>'],
    ['a file with a name', '<script src="/_next/static/chunks/2ynrla6kg0yaw.js" id="_R_" async=""></script>'],
    ['a file for old browsers', '<script src="/_next/static/chunks/0cz1d0mv5g_q7.js" noModule=""></script>'],
    ['a file of a deployment', '<script src="/_next/static/chunks/a.js?dpl=1" async=""></script>'],
    [
      'the list of files',
      '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({})</script>',
    ],
    ['the first of the data', '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'],
    [
      'the data',
      '<script>self.__next_f.push([1,"2:[\\"$\\",\\"p\\",null,{\\"children\\":\\"\\u003c/script>\\"}]\\n"])</script>',
    ],
    [
      'the state of a form',
      '<script>(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,[{"status":"refused"}]])</script>',
    ],
    ['the data with a nonce', '<script nonce="r4nd0m">self.__next_f.push([1,"a"])</script>'],
    [
      'a script that is fetched before',
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/a.js"/>',
    ],
    ['a module that is fetched before', '<link rel="modulepreload" href="/_next/static/a.js">'],
    ['the marks of a boundary', '<!--$--><!--/$--><!--&--><!--/&-->'],
    ['the marks of a form', '<!--F!--><!--F-->'],
  ])('%s', (_what, framework) => {
    const body = '<main>Bridge reopens</main>'
    expect(strip(pageOf(`${framework}${body}${framework}`, framework))).toBe(pageOf(body))
  })

  test('texts that React parted touch again', () => {
    expect(strip(pageOf('<p>Total<!-- --> (<!-- -->3<!-- -->)</p>'))).toBe(pageOf('<p>Total (3)</p>'))
  })
})

describe('what a reader needs stays as it was written', () => {
  test.each([
    ['data for machines', '<script type="application/ld+json">{"name":"self.__next_f.push \\u003c/script>"}</script>'],
    ['our own module', '<script type="module" src="/enhance/0a1b.js" async=""></script>'],
    ['what fetches our own module', '<link rel="modulepreload" href="/enhance/0a1b.js"/>'],
    ['a style', '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>'],
    [
      'a picture fetched first',
      '<link rel="preload" as="image" imageSrcSet="/media/a.webp 480w" fetchPriority="high"/>',
    ],
    ['a font', '<link rel="preload" as="font" href="/_next/static/media/a.woff2" crossorigin=""/>'],
    ['a hidden field', '<input type="hidden" name="$ACTION_KEY" value="k5&amp;&quot;"/>'],
    ['a comment that is not React’s', '<!--[if IE]> $ <![endif]-->'],
    ['unusual spelling', "<P CLASS=a  title = 'b'>1 < 2 &amp &nbsp;\r\n\t<BR></p >"],
    ['letters beyond sixteen bits', '<p title="𝒜🛥️">Ærø 🛥️ \u{1F1EB}\u{1F1F4} \u0000</p>'],
  ])('%s', (_what, own) => {
    expect(strip(pageOf(`<!--$-->${own}<!--/$-->`))).toBe(pageOf(own))
  })
})

describe('text that looks like a script is text', () => {
  const script = '<script src="/_next/static/a.js"></script><script>self.__next_f.push([1])</script><!--$-->'

  test.each([
    ['in an attribute', `<p title='${script}'>a</p>`],
    ['in a textarea', `<textarea>\n${script}</textarea>`],
    ['in a title', `<title>${script}</title>`],
    ['in a style', `<style>a{content:'${script}'}</style>`],
    ['in a comment', `<!-- ${script.replace('<!--$-->', '')} -->`],
    ['in data for machines', `<script type="application/ld+json">{"a":"<script>self.__next_f.push([1])"}</script>`],
    ['in a frame’s text', `<iframe>${script}</iframe>`],
    ['as it is escaped', '<p>&lt;script>self.__next_f.push([1])&lt;/script></p>'],
  ])('%s', (_what, own) => {
    expect(strip(pageOf(own))).toBe(pageOf(own))
  })

  test('a script ends where a browser ends it', () => {
    const framework = '<script>self.__next_f.push([1,"<!-- </scripture> <p> \\" -->"])</SCRIPT\n>'
    expect(strip(pageOf(`${framework}<p>a</p>`))).toBe(pageOf('<p>a</p>'))
  })
})

describe('what is not known is told and left', () => {
  test.each([
    ['a script of somebody', '<script>alert(1)</script>', 'a script: <script>alert(1)'],
    ['one that speaks of the framework', '<script>steal();self.__next_f.push([1])</script>', 'a script: '],
    ['one of a type', '<script type="module">self.__next_f.push([1])</script>', 'a script: '],
    ['a file of another site', '<script src="https://evil.example/_next/static/a.js"></script>', 'a script: '],
    ['a file of another folder', '<script src="/media/a.js"></script>', 'a script: '],
    ['a file that seems ours', '<script src="//enhance/a.js"></script>', 'a script: '],
    ['React’s script for late parts', '<script>$RC("B:0","S:0")</script>', 'a script: '],
    ['a part that is not there yet', '<!--$?--><template id="B:0"></template>Wait<!--/$-->', 'a part that comes late'],
    ['a part that has failed', '<!--$!--><template data-dgst="1"></template><!--/$-->', 'a part that comes late'],
    ['a script in a drawing', '<svg><script>self.__next_f.push([1])<a></a></script></svg>', 'a tag within a script'],
  ])('%s', (_what, body, unknown) => {
    expect(strip(pageOf(body))).toEqual({ unknown: expect.stringContaining(unknown) })
  })

  test.each([
    ['within a tag', '<!DOCTYPE html><html><body><p class="'],
    ['within the data', '<!DOCTYPE html><html><body><p>a</p><script>self.__next_f.push([1,"a'],
    ['after its text', '<!DOCTYPE html><html><body><p>a</p>'],
    ['before it began', ''],
  ])('a page that breaks off %s', (_where, html) => {
    expect(strip(html)).toEqual({ unknown: 'it is not whole' })
  })

  test('a page whose last script has no end, whatever stands behind it', () => {
    expect(strip('<!DOCTYPE html><html><body><script>self.__next_f.push([1])</body></html>')).toEqual({
      unknown: 'a script without an end',
    })
  })
})
