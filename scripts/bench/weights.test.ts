import { expect, test } from 'vitest'
import { scriptsOf, styleIn, stylesOf } from './weights'

const html = `<link rel="preload" href="/font.woff2" as="font"/><link rel="stylesheet" href="/a.css?b=1&amp;c=2" data-precedence="next"/><style>p{
color:red}</style>
<script type="module" src="/enhance/m.js" async=""></script><script type="application/ld+json">{"src":"x"}</script>`

test('what a page names is found, and nothing else', () => {
  expect(stylesOf(html)).toEqual(['/a.css?b=1&c=2'])
  expect(styleIn(html)).toBe('p{\ncolor:red}')
  expect(scriptsOf(html)).toEqual(['/enhance/m.js'])
})
