import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { db } from '@/db/client'
import { upsertPreference } from '@/db/queries/notifications'
import { findStatement } from '@/db/queries/statements'
import { comment, member, reason } from '@/db/schema'
import { aComment, aMember, anArticle } from '@/db/testing/a-paper'
import { type Rank, ranks, stranger } from '@/domain/actor'
import { startMailServer } from '@/faults/testing/mail-server'
import { addToEnvironment } from '@/lib/env'
import { commentInput } from '../comment/comment-input'
import { deleteComment } from '../comment/delete-comment'
import { editComment } from '../comment/edit-comment'
import { postComment } from '../comment/post-comment'
import { reportComment } from '../comment/report-comment'
import { cleanUp } from '../moderation/clean-up'
import { undoCleanUp } from '../moderation/clean-up-undo'
import { approveComment, hideComment } from '../moderation/decide-comment'
import { usual } from '../notification/kinds'
import { mailNotifications } from '../notification/mail-notifications'
import { unsubscribe } from '../notification/preference'
import { readReplies } from '../notification/read-replies'
import { aReader, aTrustedMember, notificationsOf, sender } from '../notification/testing/a-reply'
import { unsubscribeToken } from '../notification/unsubscribe-token'
import { readStatement, readStatements } from './read-statement'
import { statementFacts, statementTitle } from './statement-facts'
import { readStatementKey, statementKey } from './statement-key'
import { tellGuest } from './tell-guest'
import { tellOfHold } from './tell-of-hold'
import { aGuestsRemoval, aRemoval, jobsAbout, lastDecision, restore } from './testing/a-removal'

let server: Awaited<ReturnType<typeof startMailServer>>

beforeEach(async () => {
  server = await startMailServer()
  addToEnvironment({
    SMTP_URL: server.url,
    DATA_DIR: await mkdtemp(join(tmpdir(), 'courant-statements-')),
    SITE_URL: 'https://paper.example',
    TIME_ZONE: 'Asia/Kathmandu',
  })
})

async function mailAll(memberId: string, now = new Date()) {
  for (const { id } of await notificationsOf(memberId)) await mailNotifications({ notificationId: id }, now)
}

const minutes = (n: number, from = new Date()) => new Date(from.getTime() + n * 60_000)

const factsOf = async (decisionId: string) => {
  const found = await findStatement(decisionId)
  return found ? Object.fromEntries(statementFacts(found)) : {}
}

/** A new member's first comment, which is held. */
async function aHeld(author: Awaited<ReturnType<typeof aReader>>, now = new Date()) {
  const { id: articleId } = await anArticle()
  const outcome = await postComment(author, commentInput.parse({ articleId, text: 'First words.' }), sender, now)
  if (!outcome.ok) throw new Error(outcome.refusal)
  expect(outcome.value.standing).toBe('held')
  return { id: outcome.value.id, decisionId: await lastDecision(outcome.value.id, 'hold-comment') }
}

test('an author is told what was removed, under which rule, by a person of which rank, and how to appeal', async () => {
  const moderator = await aMember({ rank: 'moderator', name: 'Moderata Unnamed' })
  const now = new Date('2026-03-01T08:17:00Z')
  const { author, decisionId, own } = await aRemoval({ by: moderator, text: 'You *utter* fool.', now })
  await mailAll(author.id)

  const [letter = '', ...more] = server.letters
  expect(more).toEqual([])
  expect(letter).toContain(`To: ${author.email}`)
  expect(letter).toContain('Subject: Your comment was removed (Courant)')
  expect(letter).toContain('> You utter fool.')
  expect(letter).toContain('Which rule: Rule 3, personal attack: Answer the argument')
  expect(letter).toContain('When: March 1, 2026 at 2:02')
  expect(letter).toContain('Who decided: A person, a moderator; nothing was decided automatically.')
  expect(letter).toContain('Nobody had reported it.')
  expect(letter).toContain('You can appeal until September 1, 2026')
  expect(letter).toContain('out-of-court dispute settlement')
  expect(letter).toContain('or to a court')
  expect(letter).toContain('On what ground: Our house rules')
  expect(letter).toContain('for readers everywhere')
  expect(letter).toContain(`https://paper.example/account/statements/${decisionId}`)
  expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(letter).not.toContain('Moderata')

  const { statements } = await readStatements(author.id)
  expect(statements).toMatchObject([{ id: decisionId, commentId: own.id, text: 'You *utter* fool.', isInForce: true }])
  expect(JSON.stringify(statementFacts(statements[0] ?? expect.fail()))).not.toContain('Moderata')
  // Replies are a list of their own.
  expect(await readReplies(author.id, undefined)).toMatchObject({ replies: [], unread: 0 })
})

test('the rule is told in its words of that time, whatever it says later', async () => {
  const { decisionId } = await aRemoval({ reason: 'off-topic' })
  await db
    .update(reason)
    .set({ label: 'digression', ruleNo: 66, ruleText: 'Other words.' })
    .where(eq(reason.code, 'off-topic'))
  onTestFinished(async () => {
    await db
      .update(reason)
      .set({ label: 'off topic', ruleNo: 6, ruleText: 'Keep to it.' })
      .where(eq(reason.code, 'off-topic'))
  })
  expect((await factsOf(decisionId))['Which rule']).toMatch(/^Rule 6, off topic: Keep to what the article is about/)
})

test('a statement says whether readers reported it, and whether it was ever published', async () => {
  const [author, moderator] = [await aReader(), await aMember({ rank: 'moderator' })]
  const reported = await aComment({ memberId: author.id })
  for (const reader of [await aMember(), await aMember()])
    await reportComment(reader, { commentId: reported.id, reason: 'spam', note: '' }, sender)
  await hideComment(moderator, { commentId: reported.id, seenAs: 'visible', reason: 'spam', note: '' })
  expect(await factsOf(await lastDecision(reported.id, 'hide-comment'))).toMatchObject({
    'How it was noticed': '2 readers reported it.',
  })

  const { decisionId } = await aRemoval({ standing: 'held' })
  expect(statementTitle((await findStatement(decisionId)) ?? expect.fail())).toBe('Your comment was not let through')
  expect(await factsOf(decisionId)).toMatchObject({
    'What was done': 'The comment was not published. Only you can see it.',
    'How it was noticed': 'The site had held it, and a moderator read it.',
  })
})

test('who wants no letters gets none, and is told on the account page all the same', async () => {
  const author = await aReader()
  await upsertPreference(author.id, 'statement', { usual, mail: 'off', inPage: false }, new Date())
  const own = await aComment({ memberId: author.id })
  await hideComment(await aMember({ rank: 'moderator' }), {
    commentId: own.id,
    seenAs: 'visible',
    reason: 'spam',
    note: '',
  })
  await mailAll(author.id)
  expect(server.letters).toEqual([])
  expect((await readStatements(author.id)).statements).toHaveLength(1)
})

test('the link in the letter stops these letters and no others', async () => {
  const { author } = await aRemoval()
  await unsubscribe(unsubscribeToken({ memberId: author.id, kind: 'statement' }))
  await mailAll(author.id)
  expect(server.letters).toEqual([])
  expect((await readStatements(author.id)).preference).toMatchObject({ mail: 'off', inPage: true })
  expect((await readReplies(author.id, undefined)).preference).toEqual(usual)
})

test('letters come at once, whatever pace the member chose for other things', async () => {
  const { author } = await aRemoval()
  const [told] = await notificationsOf(author.id)
  expect(await jobsAbout(told?.id ?? '')).toMatchObject([{ name: 'mail-notifications' }])
  expect(told?.dueAt).toEqual(told?.createdAt)
})

test('a removal that is undone before its letter leaves is told nobody', async () => {
  const { author, moderator, own } = await aRemoval()
  await restore(moderator, own.id)
  await mailAll(author.id)
  expect(server.letters).toEqual([])
  expect((await readStatements(author.id)).statements).toEqual([])
})

test('whom a letter told of a removal is told that the comment stands again', async () => {
  const { author, moderator, own } = await aRemoval()
  await mailAll(author.id)
  await restore(moderator, own.id)
  await mailAll(author.id)
  expect(server.letters).toHaveLength(2)
  expect(server.letters[1]).toContain('Subject: Your comment stands again (Courant)')
  const { statements } = await readStatements(author.id)
  expect(statements.map(({ kind, isInForce }) => [kind, isInForce])).toEqual([
    ['restore-comment', true],
    ['hide-comment', false],
  ])
})

test('a comment that is removed a second time is stated a second time', async () => {
  const { author, moderator, own } = await aRemoval()
  await mailAll(author.id)
  await restore(moderator, own.id)
  await hideComment(moderator, { commentId: own.id, seenAs: 'visible', reason: 'hate', note: '' })
  await mailAll(author.id)
  expect(server.letters).toHaveLength(2)
  expect(server.letters[1]).toContain('Which rule: Rule 2')
  expect(server.letters[1]).not.toContain('stands again')
})

test('a hold is told when it has lasted ten minutes, once, as the machine’s and with what will come', async () => {
  const author = await aReader()
  const now = new Date()
  const held = await aHeld(author, now)
  const [job, ...more] = await jobsAbout(held.decisionId)
  expect(more).toEqual([])
  expect(job?.name).toBe('tell-of-hold')
  expect(new Date(job?.after ?? 0).getTime()).toBe(minutes(10, now).getTime())
  expect((await readStatements(author.id)).statements).toEqual([])

  await tellOfHold(held, minutes(10, now))
  await tellOfHold(held, minutes(11, now))
  await mailAll(author.id)
  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]).toContain('Subject: Your comment waits for a moderator')
  expect(server.letters[0]).toContain('> First words.')
  expect(server.letters[0]).toContain('The first comment of a new member is read by a moderator first.')
  expect(server.letters[0]).toContain('Who decided: The site, automatically. No person has decided yet.')
  expect((await readStatements(author.id)).statements).toMatchObject([{ kind: 'hold-comment', isInForce: true }])
})

test.each(['approved', 'hidden', 'deleted'])(
  'a hold that was over within ten minutes, since it was %s, is told nobody',
  async (how) => {
    const [author, moderator] = [await aReader(), await aMember({ rank: 'moderator' })]
    const held = await aHeld(author)
    const verdict = { commentId: held.id, seenAs: 'held', note: '' } as const
    if (how === 'approved') await approveComment(moderator, verdict)
    if (how === 'hidden') await hideComment(moderator, { ...verdict, reason: 'spam' })
    if (how === 'deleted') await deleteComment(author, { commentId: held.id }, sender)
    await tellOfHold(held, minutes(10))
    const told = (await readStatements(author.id)).statements.map(({ kind }) => kind)
    expect(told).toEqual(how === 'hidden' ? ['hide-comment'] : [])
  },
)

test('a comment that waits again after a change is told of from then on', async () => {
  const author = await aTrustedMember()
  const own = await aComment({ memberId: author.id })
  await db.update(member).set({ createdAt: new Date() }).where(eq(member.id, author.id))
  const edited = await editComment(author, { commentId: own.id, text: 'See https://a.example' }, sender)
  expect(edited).toMatchObject({ ok: true })
  const [row] = await db.select({ standing: comment.standing }).from(comment).where(eq(comment.id, own.id))
  expect(row).toEqual({ standing: 'held' })
  expect(await jobsAbout(await lastDecision(own.id, 'hold-comment'))).toMatchObject([{ name: 'tell-of-hold' }])
})

test('what a clean-up removes is stated to its author in one letter, and what it shows again too', async () => {
  const [author, moderator] = [await aReader(), await aMember({ rank: 'moderator' })]
  const own = [await aComment({ memberId: author.id }), await aComment({ memberId: author.id })]
  const span = { since: minutes(-60), until: minutes(60), reason: 'spam', note: '' }
  const made = await cleanUp(moderator, { reach: 'account', memberId: author.id, commentId: undefined, ...span })
  if (!made.ok) throw new Error(made.refusal)
  await mailAll(author.id)
  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]).toContain('Subject: 2 decisions about your comments on Courant')
  expect(server.letters[0]).toContain('Which rule: Rule 5, advertising or spam')

  await undoCleanUp(moderator, { cleanUpId: made.value.id })
  await mailAll(author.id)
  expect(server.letters).toHaveLength(2)
  const { statements } = await readStatements(author.id)
  expect(statements.map(({ kind, isInForce }) => `${kind} ${isInForce}`).sort()).toEqual([
    ...own.map(() => 'hide-comment false'),
    ...own.map(() => 'restore-comment true'),
  ])
})

test('a guest who gave an address is sent the statement once, with a link that opens it and nothing else', async () => {
  const { email, decisionId, own } = await aGuestsRemoval({ text: 'Buy at www.boots.example now.' })
  expect(await jobsAbout(decisionId)).toMatchObject([{ name: 'tell-guest' }])
  await Promise.all([tellGuest({ decisionId }), tellGuest({ decisionId })])
  await tellGuest({ decisionId })

  const [letter = '', ...more] = server.letters
  expect(more).toEqual([])
  expect(letter).toContain(`To: ${email}`)
  expect(letter).toContain('Which rule: Rule 5')
  // Whoever's address that was is brought no links.
  expect(letter).toContain('> Buy at [link] now.')
  const [, key = ''] = /\/account\/statements\/(\S+)/.exec(letter) ?? []
  expect(await readStatement(stranger, key)).toMatchObject({ statement: { commentId: own.id }, canAppeal: true })
  expect(await readStatement(stranger, decisionId)).toBeUndefined()
  expect(await readStatement(await aMember(), decisionId)).toBeUndefined()
})

test('a guest who gave none, or whose comment stands again, is sent nothing', async () => {
  const [silent, again] = [await aGuestsRemoval(), await aGuestsRemoval()]
  await db.update(comment).set({ guestEmail: null }).where(eq(comment.id, silent.own.id))
  await restore(again.moderator, again.own.id)
  for (const { decisionId } of [silent, again]) await tellGuest({ decisionId })
  expect(server.letters).toEqual([])
})

test('a guest’s letter that is refused is sent by the next try, as the same letter', async () => {
  const { decisionId, own, email } = await aGuestsRemoval()
  await db
    .update(comment)
    .set({ guestEmail: `nobody-${email}` })
    .where(eq(comment.id, own.id))
  await expect(tellGuest({ decisionId })).rejects.toThrow('User unknown')
  await db.update(comment).set({ guestEmail: email }).where(eq(comment.id, own.id))
  await tellGuest({ decisionId })
  expect(server.letters).toHaveLength(1)
  expect(server.letters[0]?.replace(/\r\n[ \t]+/g, ' ')).toContain(
    `Message-ID: <statement-${decisionId}@paper.example>`,
  )
})

test('a guest who was told of a removal is told that the comment stands again', async () => {
  const { decisionId, moderator, own } = await aGuestsRemoval()
  await tellGuest({ decisionId })
  await tellGuest({ decisionId: await restore(moderator, own.id) })
  expect(server.letters).toHaveLength(2)
  expect(server.letters[1]).toContain('stands again')
})

test('nobody but its author reads a statement, whatever their rank', async () => {
  const { author, moderator, decisionId } = await aRemoval()
  expect(await readStatement(author, decisionId)).toMatchObject({ statement: { id: decisionId }, canAppeal: true })
  expect(await readStatement({ ...author, sanction: 'ban' }, decisionId)).toMatchObject({ canAppeal: true })
  const others = await Promise.all(ranks.map((rank: Rank) => aMember({ rank })))
  for (const other of [...others, moderator, stranger]) expect(await readStatement(other, decisionId)).toBeUndefined()
  // A key opens a guest's statement only: who has an account signs in.
  expect(await readStatement(stranger, statementKey(decisionId))).toBeUndefined()
  expect(await readStatement(author, statementKey(decisionId))).toBeUndefined()
})

test('a key that we did not sign is none', () => {
  const [one, two] = ['0190a1b2-0000-7000-8000-000000000001', '0190a1b2-0000-7000-8000-000000000002']
  expect(readStatementKey(statementKey(one))).toEqual({ decisionId: one, isSigned: true })
  expect(readStatementKey(one)).toEqual({ decisionId: one, isSigned: false })
  const [, signature = ''] = statementKey(one).split('.')
  for (const forged of [
    `${two}.${signature}`,
    `${one}.`,
    `${one}.x`,
    `${statementKey(one)}.x`,
    '',
    'x',
    `x.${signature}`,
  ])
    expect(readStatementKey(forged)).toBeUndefined()
})
