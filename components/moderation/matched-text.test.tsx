import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MatchedText } from './matched-text'

const drawn = (text: string, ...words: [number, number][]) =>
  renderToStaticMarkup(
    <MatchedText text={text} words={words.map(([start, end]) => ({ term: 'any', start, end }))} />,
  ).replace(/<\/?blockquote[^>]*>/g, '')

test('what was found is marked where it stands, and stays text', () => {
  expect(drawn('a <b>sp@m</b> b', [5, 9])).toBe('a &lt;b&gt;<mark>sp@m</mark>&lt;/b&gt; b')
})

test('what was found twice or overlaps is marked once, and what lies beyond the text not at all', () => {
  expect(drawn('buy spam now', [4, 8], [0, 8], [6, 12])).toBe('<mark>buy spam</mark><mark> now</mark>')
  expect(drawn('spam', [0, 4], [90, 95])).toBe('<mark>spam</mark>')
})
