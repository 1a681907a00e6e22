import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { newsroomWords } from '@/lib/words/newsroom'
import { VersionList } from './version-list'

const at = new Date('2026-03-01T10:00:00Z')
const version = {
  id: 'v1',
  no: 1,
  headline: 'Clock',
  savedAt: at,
  savedBy: 'Ada',
  effectiveAt: at,
  isSubstantive: true,
}
const drawn = (isOut: boolean) =>
  renderToStaticMarkup(
    <VersionList articleId="a1" versions={[version]} shownVersionId="v1" isOut={isOut} now={new Date('2026-04-01')} />,
  )

test('the list says which version readers are shown', () => {
  expect(drawn(true)).toContain(newsroomWords.versions.isShown)
})

test('of an article that is not out, no version is said to be shown', () => {
  expect(drawn(false)).not.toContain(newsroomWords.versions.isShown)
})
