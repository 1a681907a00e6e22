import { expect, test } from 'vitest'
import { bodyFromHtml } from './from-html'
import { bodyFromPlainText } from './from-plain-text'
import { markdownFromBody } from './to-markdown'
import { plainTextFromBody } from './to-plain-text'

const read = (html: string) => markdownFromBody(bodyFromHtml(html)).trim()

test('a classic WordPress post parts its paragraphs by blank lines', () => {
  const post =
    'First <strong>line</strong>\nsecond line.\n\n<!--more-->\n\nNext &amp; last.\n<blockquote>Said <cite>Ada</cite></blockquote>\nEnd.'
  expect(read(post)).toBe('First **line**\\\nsecond line.\n\nNext & last.\n\n> Said\n>\n> — Ada\n\nEnd.')
})

test('a page of nested wrappers reads as its paragraphs, wrapped lines as one', () => {
  expect(read('<main><h1>Top</h1><div><div>One\ntwo</div><p>Three<br><br>four</p><p>&nbsp;</p></div></main>')).toBe(
    '## Top\n\nOne two\n\nThree\n\nfour',
  )
})

test('a picture inside a paragraph stands between its halves', () => {
  expect(read('<p>Before <a href="/big"><img src="/a.jpg" alt="A"></a> after</p>')).toBe(
    'Before\n\n![A](/a.jpg)\n\nafter',
  )
  expect(read('<p><img src="data:image/gif;base64,x"><img src="/p.gif" width=1 height=1>text</p>')).toBe('text')
})

test('figures, players and tables keep their captions', () => {
  expect(read('<div class="wp-caption"><img src="/a.jpg" alt="A"><p class="wp-caption-text">Quay</p></div>')).toBe(
    '![A](/a.jpg)\nQuay',
  )
  expect(read('<figure><iframe src="https://film.example/1" title="Film"></iframe></figure>')).toBe(
    '[!embed] [Film](https://film.example/1)',
  )
  expect(read('<table><caption>V</caption><tr><th colspan=2>a<th>b<tr><td>1<td>2<td>3</table>')).toContain(
    '[!caption] V\n\n| a |',
  )
})

test('the caption shortcode of WordPress is a figure', () => {
  const image = '<a href="/big"><img src="/a.jpg" alt="A" width="3"></a>'
  expect(read(`One\n\n[caption id="x" width="640"]${image} The <em>quay</em>[/caption]\n\nTwo`)).toBe(
    'One\n\n![A](/a.jpg)\nThe *quay*\n\nTwo',
  )
  expect(read(`[caption caption="Quay"]${image}[/caption]`)).toBe('![A](/a.jpg)\nQuay')
  expect(read('[caption]no picture[/caption]')).toBe('\\[caption]no picture\\[/caption]')
})

test('a list keeps one level below and goes on after what stands apart', () => {
  expect(read('<ol><li>a<ul><li>b<ul><li>c</ul></ul><li>d<pre>x</pre><li>e</ol>')).toBe(
    '1. a\n   - b\n   - c\n2. d\n\n```\nx\n```\n\n3. e',
  )
})

test('programs, drawings, controls and struck-out words are left out', () => {
  expect(
    read(
      '<p>A<script>b</script><style>c</style><svg><text>d</text></svg><del>e</del><input value=f></p><iframe>g</iframe>',
    ),
  ).toBe('A')
})

test('plain text: a blank line parts paragraphs, a newline breaks the line, empty ends vanish', () => {
  const body = bodyFromPlainText('\n\nOne  line\r\nnext\n \n# Not a heading\n\n\n')
  expect(plainTextFromBody(body)).toBe('One line\nnext\n\n# Not a heading')
  expect(body.blocks.every((block) => block.type === 'paragraph')).toBe(true)
})

test.each([
  '<div>',
  '<b>',
  '<blockquote>',
  '<ul><li>',
  '<table><tr><td>',
  '<svg><g>',
  '<',
  '[caption]',
  '[caption]<img ',
])('%s without end is no danger', (tag) => {
  const begin = performance.now()
  expect(() => bodyFromHtml(`${tag.repeat(20_000)}end`)).not.toThrow()
  expect(performance.now() - begin).toBeLessThan(2000)
})
