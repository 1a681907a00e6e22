import { asc, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { updateText } from '@/db/queries/comment-changes'
import { listDecisions } from '@/db/queries/decisions'
import { listReportsOf } from '@/db/queries/reports'
import { comment, member } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { countsOf, repliesOf, rootNumbersOf } from '@/db/testing/comment-counts'
import { type Actor, stranger } from '../actor'
import { commentInput } from '../comment/comment-input'
import { deleteComment } from '../comment/delete-comment'
import { postComment } from '../comment/post-comment'
import { reportComment } from '../comment/report-comment'
import { approveComment, hideComment } from './decide-comment'
import { decideMany, manyInput, mostAtOnce } from './decide-many'
import { queueQuestion } from './queue-question'
import { tickText } from './tick'
import { undoAct } from './undo-act'

const aModerator = () => aMember({ rank: 'moderator' })
const sender = { visitorKey: null, addressHash: 'an-address' }

/** As the form sends it. */
function form(verdict: 'approve' | 'hide' | 'keep' | 'restore', wish: Record<string, unknown> = {}) {
  return manyInput.parse({ verdict, which: 'ticked', ticked: [], drawnAt: Date.now() + 1000, reason: 'spam', ...wish })
}

const ticksOf = (made: { id: string; standing: 'held' | 'visible' }[]) =>
  made.map((one) => tickText({ ...one, editedAt: null }))

const ticked = (verdict: 'approve' | 'hide' | 'keep', made: { id: string; standing: 'held' | 'visible' }[]) =>
  form(verdict, { ticked: ticksOf(made) })

const held = queueQuestion({ tab: 'held' })

/** A member whose comments are seen at once, without a code. */
async function aKnownMember() {
  const known = await aMember()
  await db
    .update(member)
    .set({ createdAt: new Date('2020-01-01') })
    .where(eq(member.id, known.id))
  await aComment({ memberId: known.id })
  return known
}

async function standingsOf(ids: string[]) {
  const rows = await db.select().from(comment).where(inArray(comment.id, ids)).orderBy(asc(comment.id))
  return rows
}

/** A root that readers see, a reported reply, a held reply, and a held root: all that counts in different ways. */
async function aConversation() {
  const article = await anArticle()
  const root = await aComment({ articleId: article.id })
  const reply = await aComment({ articleId: article.id, parent: root })
  const waiting = await aComment({ articleId: article.id, parent: root, standing: 'held' })
  const waitingRoot = await aComment({ articleId: article.id, standing: 'held' })
  await reportComment(await aMember(), { commentId: reply.id, reason: 'spam', note: '' }, sender)
  const ids = [root, reply, waiting, waitingRoot].map(({ id }) => id)
  return { article, root, reply, waiting, waitingRoot, ids }
}

test.each(['decide about many', 'undo what they decided'])(
  'moderators and admins %s; nobody else does',
  async (what) => {
    const act = async (actor: Actor) => {
      const one = await aComment({ standing: 'held' })
      if (what.startsWith('decide')) return decideMany(actor, held, ticked('approve', [one]))
      // Decided by the same person while they might.
      const { id } = actor.id === null ? await aModerator() : actor
      const decided = await decideMany({ ...(await aModerator()), id }, held, ticked('approve', [one]))
      return undoAct(actor, { actId: decided.ok ? decided.value.actId : '' })
    }
    expect(await act(await aModerator())).toMatchObject({ ok: true, value: { decided: 1, left: [] } })
    expect(await act(await aMember({ rank: 'admin' }))).toMatchObject({ ok: true, value: { decided: 1 } })
    const no = { ok: false, refusal: 'not-allowed' }
    expect(await act(stranger)).toEqual(no)
    expect(await act(await aMember())).toEqual(no)
    expect(await act(await aMember({ rank: 'editor' }))).toEqual(no)
    expect(await act({ ...(await aModerator()), sanction: 'mute' })).toEqual(no)
    expect(await act({ ...(await aMember({ rank: 'admin' })), sanction: 'ban' })).toEqual(no)
  },
)

test('nothing is hidden without a reason, nothing is done about nothing, nor about more than 500 at once', () => {
  const input = (wish: Record<string, unknown>) =>
    manyInput.safeParse({ verdict: 'hide', which: 'all', ticked: [], drawnAt: 1, ...wish })
  expect(input({ reason: 'spam' }).success).toBe(true)
  expect(input({}).success).toBe(false)
  expect(input({ reason: '' }).success).toBe(false)
  expect(input({ reason: 'spam', which: 'ticked' }).success).toBe(false)
  const one = '0190a1b2-0000-7000-8000-000000000001.held.0'
  expect(input({ reason: 'spam', ticked: Array(mostAtOnce).fill(one) }).success).toBe(true)
  expect(input({ reason: 'spam', ticked: Array(mostAtOnce + 1).fill(one) }).success).toBe(false)
  expect(input({ reason: 'spam', ticked: ['x.held.0'] }).success).toBe(false)
})

test('each that was ticked is decided as if it were the only one, and what cannot be is left with the reason', async () => {
  const [moderator, author] = [await aModerator(), await aMember()]
  const { article, waiting, waitingRoot } = await aConversation()
  const made = { articleId: article.id, standing: 'held' as const }
  const [own, faster, rewritten, gone] = [
    await aComment({ ...made, memberId: moderator.id }),
    await aComment(made),
    await aComment(made),
    await aComment({ ...made, memberId: author.id }),
  ]
  await hideComment(await aModerator(), { commentId: faster.id, seenAs: 'held', reason: 'hate', note: '' })
  await db.transaction((tx) =>
    updateText(rewritten.id, { text: 'Buy my boots.', heldBecause: 'guest', findings: null }, new Date(), tx),
  )
  await deleteComment(author, { commentId: gone.id }, sender)

  const all = [waiting, waitingRoot, own, faster, rewritten, gone]
  const outcome = await decideMany(moderator, held, { ...ticked('approve', all), note: 'all fine' })
  expect(outcome).toMatchObject({ ok: true, value: { decided: 2 } })
  expect(new Set(outcome.ok ? outcome.value.left : [])).toEqual(
    new Set([
      { commentId: own.id, refusal: 'own-comment' },
      { commentId: faster.id, refusal: 'already-moved' },
      { commentId: rewritten.id, refusal: 'rewritten' },
      { commentId: gone.id, refusal: 'already-moved' },
    ]),
  )
  expect(await countsOf(article.id)).toMatchObject({ comments: 4, roots: 2 })
  expect(await listDecisions({ commentId: waiting.id })).toMatchObject([{ kind: 'approve-comment', note: 'all fine' }])
})

test('all that fit a choice of the queue are decided, and nothing that came after the page was drawn', async () => {
  const { article, waiting, waitingRoot } = await aConversation()
  const other = await aComment({ standing: 'held' })
  const question = queueQuestion({ tab: 'held', article: article.slug })
  const drawnAt = Date.now()
  const later = await aComment({ articleId: article.id, standing: 'held' })
  await db
    .update(comment)
    .set({ createdAt: new Date(drawnAt + 1) })
    .where(eq(comment.id, later.id))

  const outcome = await decideMany(await aModerator(), question, form('hide', { which: 'all', drawnAt }))
  expect(outcome).toMatchObject({ ok: true, value: { decided: 2, left: [] } })
  const standings = await standingsOf([waiting.id, waitingRoot.id, other.id, later.id])
  expect(standings.map(({ standing }) => standing)).toEqual(['hidden', 'hidden', 'held', 'held'])
})

test('undoing puts every standing, report, reason and count back as it was, and is a decision of its own', async () => {
  const moderator = await aModerator()
  const { article, root, reply, waiting, waitingRoot, ids } = await aConversation()
  const counted = async () => [(await countsOf(article.id)).comments, await repliesOf(root.id)]
  const reports = async () => (await listReportsOf(ids)).map(({ outcome }) => outcome)
  const before = { standings: await standingsOf(ids), counted: await counted(), reports: await reports() }
  expect(before).toMatchObject({ counted: [2, 1], reports: [null] })

  const acts = [
    { verdict: ticked('hide', [root, reply, waiting, waitingRoot]), counts: [0, 0], reports: ['upheld'] },
    { verdict: ticked('approve', [waiting, waitingRoot]), counts: [4, 2], reports: [null] },
    { verdict: ticked('keep', [reply]), counts: [2, 1], reports: ['dismissed'] },
    { verdict: ticked('approve', [root, reply]), counts: [2, 1], reports: ['dismissed'] },
  ]
  for (const { verdict, counts, reports: decided } of acts) {
    const outcome = await decideMany(moderator, held, verdict)
    if (!outcome.ok) throw new Error(outcome.refusal)
    expect([await counted(), await reports()]).toEqual([counts, decided])
    expect(outcome.value).toMatchObject({ decided: verdict.ticked.length, left: [] })

    const undone = await undoAct(moderator, { actId: outcome.value.actId })
    expect(undone).toMatchObject({ ok: true, value: { decided: verdict.ticked.length, left: [] } })
    expect([await counted(), await reports()]).toEqual([before.counted, before.reports])
    const after = await standingsOf(ids)
    // A thread that was seen once keeps its number.
    expect(after.map((one) => ({ ...one, rootNo: null }))).toEqual(
      before.standings.map((one) => ({ ...one, rootNo: null })),
    )
    // Once is enough.
    expect(await undoAct(moderator, { actId: outcome.value.actId })).toMatchObject({ value: { decided: 0 } })
  }
  expect(await rootNumbersOf(article.id)).toEqual([1, 2])
  expect(await listDecisions({ commentId: waitingRoot.id })).toMatchObject([
    { kind: 'hide-comment', after: { standing: 'hidden' } },
    { kind: 'undo-decision', after: { standing: 'held' } },
    { kind: 'approve-comment', after: { standing: 'visible' } },
    { kind: 'undo-decision', after: { standing: 'held' } },
  ])
})

test('a single decision is undone in the same way', async () => {
  const moderator = await aModerator()
  const one = await aComment({ standing: 'held' })
  const before = await standingsOf([one.id])
  const outcome = await hideComment(moderator, { commentId: one.id, seenAs: 'held', reason: 'hate', note: '' })
  expect(await undoAct(moderator, { actId: outcome.ok ? outcome.value.actId : '' })).toMatchObject({ ok: true })
  expect(await standingsOf([one.id])).toEqual(before)
})

test('undoing never overwrites what somebody else did meanwhile, and says so', async () => {
  const [moderator, colleague, author] = [await aModerator(), await aModerator(), await aMember()]
  const article = await anArticle()
  const made = { articleId: article.id, standing: 'held' as const }
  const [one, judged, gone] = [
    await aComment(made),
    await aComment(made),
    await aComment({ ...made, memberId: author.id }),
  ]
  const outcome = await decideMany(moderator, held, ticked('approve', [one, judged, gone]))
  await hideComment(colleague, { commentId: judged.id, seenAs: 'visible', reason: 'hate', note: '' })
  await deleteComment(author, { commentId: gone.id }, sender)

  const undone = await undoAct(moderator, { actId: outcome.ok ? outcome.value.actId : '' })
  expect(undone).toMatchObject({ ok: true, value: { decided: 1 } })
  expect(new Set(undone.ok ? undone.value.left : [])).toEqual(
    new Set([judged, gone].map(({ id }) => ({ commentId: id, refusal: 'already-moved' }))),
  )
  const standings = await standingsOf([one.id, judged.id, gone.id])
  expect(standings.map(({ standing }) => standing)).toEqual(['held', 'hidden', 'deleted'])
  expect(await countsOf(article.id)).toMatchObject({ comments: 0 })
})

test('a decision is undone by whoever made it, for ten minutes', async () => {
  const moderator = await aModerator()
  const one = await aComment({ standing: 'held' })
  const now = new Date()
  const outcome = await approveComment(moderator, { commentId: one.id, seenAs: 'held', note: '' }, now)
  const actId = outcome.ok ? outcome.value.actId : ''
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  expect(await undoAct(await aModerator(), { actId })).toEqual({ ok: false, refusal: 'no-such-act' })
  expect(await undoAct(moderator, { actId: one.id })).toEqual({ ok: false, refusal: 'no-such-act' })
  expect(await undoAct(moderator, { actId }, later(10))).toEqual({ ok: false, refusal: 'undo-time-over' })
  const undone = await undoAct(moderator, { actId }, later(9))
  expect(undone).toMatchObject({ value: { decided: 1 } })
  const again = undone.ok ? undone.value.actId : ''
  expect(await undoAct(moderator, { actId: again }, later(9))).toEqual({ ok: false, refusal: 'no-such-act' })
})

test('many moderators, and readers who answer, at the same time: nobody waits for each other, each comment is decided once', async () => {
  const articles = [await anArticle(), await anArticle(), await anArticle()]
  const made = await Promise.all(
    Array.from({ length: 24 }, (_, n) => aComment({ articleId: articles[n % 3]?.id ?? '', standing: 'held' })),
  )
  const roots = await Promise.all(articles.map(({ id }) => aComment({ articleId: id })))
  const readers = await Promise.all(roots.map(aKnownMember))
  const moderators = await Promise.all(Array.from({ length: 3 }, aModerator))
  const answer = (n: number) => {
    const [article, root] = [articles[n % 3], roots[n % 3]]
    const fields = commentInput.parse({ articleId: article?.id, parentId: root?.id, text: `Answer ${n}` })
    return postComment(readers[n % 3] ?? stranger, fields, { ...sender, addressHash: `reader-${n}` })
  }
  const shuffled = () => [...made, ...roots].toSorted(() => 0.5 - Math.random())
  const [decided] = await Promise.all([
    Promise.all(
      moderators.map((moderator, n) => decideMany(moderator, held, ticked(n % 2 ? 'approve' : 'hide', shuffled()))),
    ),
    Promise.all(Array.from({ length: 6 }, (_, n) => answer(n))),
  ])
  for (const outcome of decided) expect(outcome).toMatchObject({ ok: true })
  for (const { id } of made) expect(await listDecisions({ commentId: id })).toHaveLength(1)
}, 60_000)
