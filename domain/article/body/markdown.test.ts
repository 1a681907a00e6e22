import { expect, test } from 'vitest'
import { bodySchema } from './body'
import { bodyFromHtml } from './from-html'
import { bodyFromMarkdown } from './from-markdown'
import { htmlFromBody } from './to-html'
import { markdownFromBody } from './to-markdown'
import { plainTextFromBody } from './to-plain-text'

const everything = `## The bridge

It *opened **again** today*, \`v2\`; see [the *plan*](https://example.org/?a=1&b=2_c) or /x_y_z.\\
Second line. 2 * 3 < 7 & # not a heading

- one
- two
  1. below
  2. **below too**

7. seven
8. eight

> We waited.
>
> Long.
>
> — *Ada* Moss, mayor

> [!fact-box] Key facts
>
> Opened 1932.
>
> - 400 m

![A "bridge"](https://example.org/a.jpg)
Seen from the [quay](/articles/quay)
[!credit] Jo & Co
[!size] 1200x800

![Quay](/media/quay-1)

[!embed] [A film](https://film.example/1)

[!caption] Votes

| Side | Votes |
| - | - |
| for \\| with | 12 |
| against | |

\`\`\`ts
let a = 1

  // two
\`\`\`

---

The end.
`

test('what the newsroom types comes back as the same body, through Markdown and through HTML', () => {
  const body = bodyFromMarkdown(everything)

  expect(body.blocks.map((block) => block.type).join(' ')).toBe(
    'heading paragraph list list quote fact-box image image embed table code divider paragraph',
  )
  expect(bodySchema.parse(body)).toEqual(body)
  expect(bodyFromMarkdown(markdownFromBody(body))).toEqual(body)
  expect(bodyFromHtml(htmlFromBody(body))).toEqual(body)
})

test('a picture has its caption, credit and size, a quotation its speaker', () => {
  const { blocks } = bodyFromMarkdown(everything)
  expect(blocks.find((block) => block.type === 'image')).toMatchObject({
    alt: 'A "bridge"',
    credit: 'Jo & Co',
    width: 1200,
    height: 800,
  })
  expect(blocks.find((block) => block.type === 'quote')).toMatchObject({
    attribution: [{ text: 'Ada', italic: true }, { text: ' Moss, mayor' }],
  })
})

test('an unknown block survives the Markdown form', () => {
  const body = {
    version: 1 as const,
    blocks: [{ type: 'unknown' as const, id: 'x', was: '{"type":"chart","id":"x"}' }],
  }
  expect(bodyFromMarkdown(markdownFromBody(body)).blocks).toMatchObject([
    { type: 'unknown', was: '{"type":"chart","id":"x"}' },
  ])
})

test('a block that nobody changed keeps its id, one that changed gets another', () => {
  const [first] = bodyFromMarkdown('One.\n\nTwo.').blocks
  const moved = bodyFromMarkdown('Zero.\n\nOne.\n\nOne.').blocks
  expect(moved[1]?.id).toBe(first?.id)
  expect(new Set(moved.map((block) => block.id)).size).toBe(3)
})

test('the plain text has the words and no addresses', () => {
  const text = plainTextFromBody(bodyFromMarkdown(everything))
  expect(text).toContain('It opened again today, v2; see the plan')
  expect(text).toContain('for | with 12')
  expect(text).not.toContain('example.org')
})

test('feeds get whole addresses', () => {
  const html = htmlFromBody(bodyFromMarkdown('[a](/b) [c](#d)\n\n![e](/media/f)'), 'https://paper.example')
  expect(html).toContain('href="https://paper.example/b"')
  expect(html).toContain('src="https://paper.example/media/f"')
  expect(html).toContain('href="#d"')
})

test.each([
  '> '.repeat(20_000),
  '[a]('.repeat(20_000),
  '*'.repeat(20_000),
  '- '.repeat(20_000),
  `${'`'.repeat(500)} `.repeat(100),
])('what no person writes is kept as text, at once (%#)', (hostile) => {
  const begin = performance.now()
  expect(plainTextFromBody(bodyFromMarkdown(hostile)).length).toBeGreaterThan(9000)
  expect(performance.now() - begin).toBeLessThan(2000)
})
