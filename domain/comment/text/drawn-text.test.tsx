import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CommentText } from '@/components/comment/comment-text'
import type { Drawn } from '@/lib/viewer-answer'
import { drawnText } from './drawn-text'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** As `enhance/draw-text.ts` writes it into a page. */
function write(part: Drawn): string {
  if (typeof part === 'string') return escaped(part)
  const { tag, href, start, children } = part
  if (tag === 'br') return '<br/>'
  const attributes = `${href ? ` href="${escaped(href)}" rel="ugc nofollow noopener"` : ''}${start ? ` start="${start}"` : ''}`
  return `<${tag}${attributes}>${children.map(write).join('')}</${tag}>`
}

test.each([
  'About *time*, **really**.\n\nSecond `code`\nline.',
  '> quoted\n> > twice\n\n- one\n- two\n\n  more\n\n3. three\n4. four',
  '```\n<b>\n```\n[a](https://example.org/?a=1&b=2) <script>x</script> [b](javascript:x)',
])('a comment that a script draws has the elements that the page would have: %j', (source) => {
  const page = renderToStaticMarkup(<CommentText source={source} />).replaceAll(' dir="auto"', '')
  expect(`<div class="comment-text">${drawnText(source).map(write).join('')}</div>`).toBe(page)
})
