import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChangedText } from './changed-text'

test('what was taken out and put in is marked, and stays text', () => {
  const drawn = renderToStaticMarkup(<ChangedText before="The old quay." after="The <b>new</b> quay." />)
  expect(drawn).toContain('<del>old</del>')
  expect(drawn).toContain('&lt;')
  expect(drawn).not.toContain('<b>')
})
