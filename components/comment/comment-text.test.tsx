import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { findForbidden } from '@/domain/article/body/allowed-markup'
import { hostileHtml, hostileMarkdown } from '@/domain/article/body/hostile-input'
import { CommentText } from './comment-text'

const draw = (source: string) => renderToStaticMarkup(<CommentText source={source} />)

test('paragraphs, emphasis, links, quotes, lists and code are drawn', () => {
  const html = draw('*a* **b** `c`\nd\n\n> e\n\n- f\n- g\n\n3. h\n\n```\ni < j\n```\n\nhttps://example.org.')
  expect(html).toContain('<p dir="auto"><em>a</em> <strong>b</strong> <code>c</code><br/>d</p>')
  expect(html).toContain(
    '<blockquote><p dir="auto">e</p></blockquote><ul><li dir="auto">f</li><li dir="auto">g</li></ul>',
  )
  expect(html).toContain('<ol start="3"><li dir="auto">h</li></ol><pre><code>i &lt; j</code></pre>')
  expect(html).toContain('<a href="https://example.org" rel="ugc nofollow noopener">https://example.org</a>.')
})

test.each([...hostileHtml, ...hostileMarkdown])('hostile comment is drawn harmless: %s', (source) => {
  const html = draw(source)
  expect(findForbidden(html)).toEqual([])
  expect(html.match(/<a /g)?.length ?? 0).toBe(html.match(/rel="ugc nofollow noopener"/g)?.length ?? 0)
  expect(html).not.toMatch(/<img|href="(?!https?:)/)
})

test('HTML and refused links are shown as they were typed', () => {
  expect(draw('<b>bold</b> &amp; [go](javascript:alert(1))')).toContain(
    '&lt;b&gt;bold&lt;/b&gt; &amp;amp; [go](javascript:alert(1))',
  )
})
