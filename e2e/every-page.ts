import { globSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { author, comment, member, wordList } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { pickComment } from '@/domain/comment/pick-comment'
import { cleanUp } from '@/domain/moderation/clean-up'
import { hideComment } from '@/domain/moderation/decide-comment'
import { unsubscribeToken } from '@/domain/notification/unsubscribe-token'
import { statementPath } from '@/domain/statement/addresses'
import { statementKey } from '@/domain/statement/statement-key'
import { newId } from '@/lib/new-id'
import { db, expect, type Paper } from './fixtures'

const article = '/articles/dredging-invoices'

/** Addresses of everything that is drawn, by the page of `app/` that draws it; with a colon before it, what none draws. */
export async function listEveryPage(paper: Paper) {
  const withdrawn = await paper.publish({ headline: 'Seal elected' })
  await paper.withdraw(withdrawn.id, 'It was a sea lion.')
  const [first] = await db.select({ id: comment.id }).from(comment).where(eq(comment.standing, 'visible')).limit(1)
  const [writer] = await db.select({ slug: author.slug }).from(author).limit(1)
  const picked = await paper.publish({ headline: 'Seal picked' })
  const pick = await paper.comment(picked.id, 'The seal of the year.')
  await pickComment(await aMember({ rank: 'editor' }), { commentId: pick.id })
  const [talker] = await db.select({ id: member.id, handle: member.handle }).from(member).limit(1)
  const [list] = await db
    .insert(wordList)
    .values({ name: `Terms ${newId()}`, level: 'suspect' })
    .returning({ id: wordList.id })
  const here = `/comments/${first?.id}`
  const thisMonth = new Date().toISOString().slice(0, 7)
  const documents: Record<string, string[]> = {
    '(reading)': ['/'],
    '(reading)/archive': ['/archive'],
    '(reading)/archive/[year]/[month]': ['/archive/2026/10', '/archive/1999/01'],
    '(reading)/archive/[year]/[month]/[page]': ['/archive/2026/10/2'],
    '(reading)/articles/[slug]': [article, '/articles/nowhere', withdrawn.path],
    '(reading)/articles/[slug]/comments/[page]': [`${article}/comments/1`, `${article}/comments/99`],
    ...Object.fromEntries(
      ['newest', 'best', 'replies', 'flat'].map((order) => [
        `(reading)/articles/[slug]/comments/${order}/[page]`,
        [`${article}/comments/${order}/1`, `${article}/comments/${order}/99`],
      ]),
    ),
    '(reading)/articles/[slug]/comments/picks/[page]': [
      `${picked.path}/comments/picks/1`,
      `${article}/comments/picks/99`,
      picked.path,
    ],
    '(reading)/articles/[slug]/comments/thread/[comment]': [`${article}/comments/thread/${first?.id}`],
    '(reading)/authors/[author]': [`/authors/${writer?.slug}`],
    '(reading)/authors/[author]/[page]': [`/authors/${writer?.slug}/2`],
    '(reading)/moderation-log': ['/moderation-log'],
    '(reading)/moderation-log/[page]': ['/moderation-log/2', '/moderation-log/9999'],
    '(reading)/moderation-log/only/[what]': ['/moderation-log/only/removed', '/moderation-log/only/nothing'],
    '(reading)/moderation-log/only/[what]/[page]': ['/moderation-log/only/removed/9999'],
    '(reading)/moderation-log/reports': ['/moderation-log/reports'],
    '(reading)/moderation-log/reports/[month]': [`/moderation-log/reports/${thisMonth}`],
    '(reading)/rules': ['/rules'],
    '(reading)/sections/[section]': ['/sections/town'],
    '(reading)/sections/[section]/[page]': ['/sections/town/99'],
    '(reading)/topics/[topic]': ['/topics/courts'],
    '(reading)/topics/[topic]/[page]': ['/topics/courts/99'],
    '(people)/articles/[slug]/discussion': [`${article}/discussion`, '/articles/nowhere/discussion'],
    '(people)/comments/[id]': [here, '/comments/nowhere'],
    '(people)/comments/[id]/hide': [`${here}/hide`],
    '(people)/comments/[id]/report': [`${here}/report`, '/comments/nowhere/report'],
    '(people)/search': ['/search', '/search?q=ferry', '/search?q=xyzzy'],
    '(people)/sign-in': ['/sign-in'],
    '(people)/sign-in/check': ['/sign-in/check'],
    '(people)/sign-in/confirm': ['/sign-in/confirm', '/sign-in/confirm?email=a%40example.org&token=abcdefgh'],
    '(people)/sign-in/owner': ['/sign-in/owner?token=abcdefgh'],
    ': no page': ['/nowhere', '/%zz', '/members/nobody', '/newsroom/nothing/there'],
  }
  const swept = await aCleanUp()
  const own = await paper.publish({ headline: 'Seal returns' })
  const stop = unsubscribeToken({ memberId: newId(), kind: 'reply' })
  const desks: Record<string, string[]> = {
    '(people)/account': ['/account'],
    '(people)/account/unsubscribe': ['/account/unsubscribe?token=forged', `/account/unsubscribe?token=${stop}`],
    '(people)/account/statements/[key]': [await aStatement()],
    moderation: ['/moderation'],
    'moderation/appeals': ['/moderation/appeals'],
    'moderation/articles/[slug]': [`/moderation${article}`],
    'moderation/blocks': ['/moderation/blocks', '/moderation/blocks?list=over'],
    'moderation/clean-up': ['/moderation/clean-up', `/moderation/clean-up?reach=account&member=${talker?.id}`],
    'moderation/clean-up/[id]': [`/moderation/clean-up/${swept}`],
    'moderation/comments/[id]': [`/moderation${here}`],
    'moderation/conversations': ['/moderation/conversations'],
    'moderation/filter': ['/moderation/filter'],
    'moderation/filter/[list]': [`/moderation/filter/${list?.id}`],
    'moderation/people/[handle]': [`/moderation/people/${talker?.handle}`],
    'moderation/reactions': ['/moderation/reactions'],
    'moderation/search': ['/moderation/search', '/moderation/search?q=ferry'],
    'moderation/rules': ['/moderation/rules'],
    newsroom: ['/newsroom'],
    'newsroom/authors': ['/newsroom/authors'],
    'newsroom/jobs': ['/newsroom/jobs'],
    'newsroom/articles/new': ['/newsroom/articles/new'],
    'newsroom/articles/[id]': [`/newsroom/articles/${own.id}`],
    'newsroom/articles/[id]/versions/[no]': [`/newsroom/articles/${own.id}/versions/1`],
  }
  const visited = [...Object.keys(documents), ...Object.keys(desks)].filter((page) => !page.startsWith(':'))
  const pages = globSync('app/**/page.tsx').map((file) => file.replace(/^app\/|\/page\.tsx$/g, ''))
  expect(visited.sort(), 'every page of app/ is named here').toEqual(pages.sort())
  return { documents: Object.values(documents).flat(), desks: Object.values(desks).flat() }
}

/** Of a guest, who has no account: by the link of a letter. */
async function aStatement() {
  const { id } = await aComment({ guestName: 'Quentin Sole', guestKey: newId() })
  const verdict = { commentId: id, seenAs: 'visible' as const, reason: 'spam', note: '' }
  const outcome = await hideComment(await aMember({ rank: 'moderator' }), verdict)
  if (!outcome.ok) throw new Error(outcome.refusal)
  const line = await db.query.decision.findFirst({ where: (one) => eq(one.commentId, id) })
  return statementPath(statementKey(line?.id ?? ''))
}

/** Of somebody's only comment. */
async function aCleanUp() {
  const { memberId } = await aComment()
  const swath = { reach: 'account' as const, memberId: memberId ?? '', commentId: undefined, since: new Date(0) }
  const input = { ...swath, until: new Date(Date.now() + 1000), reason: 'spam', note: '' }
  const outcome = await cleanUp(await aMember({ rank: 'moderator' }), input)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.id
}
