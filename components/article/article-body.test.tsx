import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { findForbidden } from '@/domain/article/body/allowed-markup'
import { type Body, bodySchema, parseBody } from '@/domain/article/body/body'
import { bodyFromHtml } from '@/domain/article/body/from-html'
import { bodyFromMarkdown } from '@/domain/article/body/from-markdown'
import { hostileHtml, hostileMarkdown } from '@/domain/article/body/hostile-input'
import { htmlFromBody } from '@/domain/article/body/to-html'
import { ArticleBody } from './article-body'

const draw = (body: Body) => renderToStaticMarkup(<ArticleBody body={body} />)

test('each block is drawn as the element that says what it is', () => {
  const html = draw(
    bodyFromMarkdown(
      '## H\n\na **b** [c](https://example.org)\n\n> q\n>\n> — Ada\n\n1. x\n   - y\n\n[!caption] T\n\n|h|\n|-|\n|d|\n\n> [!fact-box] F\n>\n> f',
    ),
  )
  expect(html).toMatch(/<h2 id="part-[\w-]+">H<\/h2>/)
  expect(html).toContain('<p>a <strong>b</strong> <a href="https://example.org" rel="noopener">c</a></p>')
  expect(html).toContain('<blockquote><p>q</p></blockquote><figcaption>Ada</figcaption>')
  expect(html).toContain('<ol><li>x<ul><li>y</li></ul></li></ol>')
  expect(html).toContain('<caption>T</caption><thead><tr><th scope="col">h</th></tr></thead>')
  expect(html).toMatch(/<aside class="fact-box" aria-labelledby="([\w-]+)"><h3 id="\1">F<\/h3><p>f<\/p>/)
})

test('an unknown block is drawn as nothing, and what is around it stays', () => {
  const known = (id: string) => ({ type: 'paragraph', id, content: [{ type: 'text', text: id }] })
  expect(draw(parseBody({ blocks: [known('a'), { type: 'hologram' }, known('b')] }))).toBe(
    '<div class="article-body"><p>a</p><p>b</p></div>',
  )
})

test.each(hostileHtml)('hostile HTML is drawn harmless: %s', (html) => {
  const body = bodyFromHtml(html)
  expect(bodySchema.safeParse(body).error).toBeUndefined()
  expect(findForbidden(draw(body))).toEqual([])
  expect(findForbidden(htmlFromBody(body))).toEqual([])
})

test.each([...hostileMarkdown, ...hostileHtml])('hostile Markdown is drawn harmless: %s', (markdown) => {
  const body = bodyFromMarkdown(markdown)
  expect(bodySchema.safeParse(body).error).toBeUndefined()
  expect(findForbidden(draw(body))).toEqual([])
})

test('the watchman of these tests sees what it must see', () => {
  expect(findForbidden('<script></script><a href="javascript:1" onclick="x">a</a><img src="data:x">')).toEqual([
    'script',
    'href javascript:1',
    'a onClick',
    'src data:x',
  ])
})
