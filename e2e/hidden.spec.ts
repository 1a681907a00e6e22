import { aMember } from '@/db/testing/a-paper'
import { hideComment } from '@/domain/moderation/decide-comment'
import { newId } from '@/lib/new-id'
import { expect, test } from './fixtures'

test('what a moderator hides is in no page, feed, search or structured data from the next request on', async ({
  page,
  paper,
}) => {
  const word = `unsayable${newId().slice(-8)}`
  const article = await paper.publish({ headline: 'Where it was said' })
  const said = await paper.comment(article.id, `It is ${word}.`)
  const reply = await paper.comment(article.id, 'Well I never.', { parent: said })
  const pages = [
    article.path,
    `${article.path}/discussion`,
    `${article.path}/discussion?at=${said.id}`,
    `${article.path}/discussion?reply=${said.id}`,
    `${article.path}/comments/thread/${said.id}`,
    `${article.path}/comments/thread/${reply.id}`,
    `/comments/${said.id}`,
    `/comments/${said.id}/report`,
    `/search?q=${word}`,
    '/feed.xml',
    '/',
  ]
  const shows = async (path: string) =>
    (await (await page.request.get(path)).text()).replaceAll(`q=${word}`, '').includes(`${word}.`)
  expect(await Promise.all(pages.slice(0, 7).map(shows))).toEqual([true, true, true, true, true, true, true])

  const outcome = await hideComment(await aMember({ rank: 'moderator' }), {
    commentId: said.id,
    seenAs: 'visible',
    reason: 'hate',
    note: '',
  })
  expect(outcome.ok).toBe(true)
  await expect.poll(() => shows(article.path), { timeout: 10_000 }).toBe(false)
  for (const path of pages) expect([path, await shows(path)]).toEqual([path, false])

  await page.goto(article.path)
  const place = page.getByText('Removed by a moderator — rule 2, hatred against a group of people,')
  await expect(place).toContainText(/people, .+ \d\d:\d\d$/)
  await expect(place.getByRole('link')).toHaveAttribute('href', '/rules#rule-hate')
  await expect(page.getByText('Well I never.')).toBeVisible()
  await expect(page.getByText('Total Comments (1)')).toBeVisible()
})
