import { eq, sql } from 'drizzle-orm'
import { findPreference } from '@/db/queries/notifications'
import { user } from '@/db/schema'
import { aComment, aMember } from '@/db/testing/a-paper'
import { commentInput } from '@/domain/comment/comment-input'
import { postComment } from '@/domain/comment/post-comment'
import { newId } from '@/lib/new-id'
import { db, expect, type Paper, test } from './fixtures'

const soon = { timeout: 20_000 }

/** A reader with a confirmed address, signed in, whose comment another member has just answered. */
async function anAnsweredReader(paper: Paper) {
  const reader = await paper.signIn()
  const account = await db.query.member.findFirst({ where: (one) => eq(one.id, reader.id), columns: { userId: true } })
  const email = `${newId()}@example.org`
  await db
    .update(user)
    .set({ email, emailVerified: new Date() })
    .where(eq(user.id, account?.userId ?? ''))
  const article = await paper.publish({ headline: 'Tide table wrong' })
  const own = await aComment({ articleId: article.id, memberId: reader.id })
  const other = await aMember({ name: 'Nora Quirk' })
  await aComment({ articleId: article.id, memberId: other.id })
  const input = commentInput.parse({ articleId: article.id, parentId: own.id, text: 'By **two** hours.' })
  await postComment(other, input, { visitorKey: null, addressHash: 'here' })
  return { ...reader, email }
}

test('a member reads a reply on the account page, marks it as read, and says how to be told', async ({
  page,
  paper,
}) => {
  await anAnsweredReader(paper)
  await page.goto('/account')
  await expect(page.getByRole('heading', { name: 'Replies to your comments (1 unread)' })).toBeVisible()
  const reply = page.getByRole('listitem').filter({ hasText: 'By two hours.' })
  await expect(reply).toContainText('Nora Quirk answered you under Tide table wrong')
  await reply.getByRole('button', { name: 'Mark Nora Quirk’s reply as read' }).click()
  await expect(page.getByText('Marked as read.')).toBeVisible()
  await expect(page.getByText('unread')).toHaveCount(0)

  const ofReplies = page.getByRole('form', { name: 'Replies to your comments' })
  await ofReplies.getByLabel('Letters by e-mail').selectOption('daily')
  await ofReplies.getByLabel('Show them on this page').uncheck()
  await ofReplies.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(ofReplies.getByLabel('Letters by e-mail')).toHaveValue('daily')
  await expect(ofReplies.getByLabel('Show them on this page')).not.toBeChecked()
})

test('a letter’s link stops the letters: by its button or by a mail program, signed in nowhere, and never by opening it', async ({
  page,
  request,
  paper,
}) => {
  const reader = await anAnsweredReader(paper)
  await expect.poll(() => paper.letterTo(reader.email), soon).toBeDefined()
  const letter = paper.letterTo(reader.email)?.replace(/\r\n[ \t]+/g, ' ') ?? ''
  const link = /^List-Unsubscribe: <(\S+)>\r?$/m.exec(letter)?.[1] ?? ''
  expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  await paper.signOut()
  const mail = async () => (await findPreference(reader.id, 'reply'))?.mail

  await page.request.head(link)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'No more letters' })).toBeVisible()
  expect(await mail()).toBeUndefined()
  await page.getByRole('button', { name: 'No more letters' }).click()
  await expect(page.getByText('You get no more letters about this.')).toBeVisible()
  expect(await mail()).toBe('off')

  await db.execute(sql`delete from notification_preference where member_id = ${reader.id}`)
  const oneClick = { form: { 'List-Unsubscribe': 'One-Click' }, maxRedirects: 0 }
  expect((await request.post(link.replace(/.$/, '_'), oneClick)).status()).toBe(404)
  expect(await mail()).toBeUndefined()
  expect((await request.post(link, oneClick)).status()).toBe(200)
  expect(await mail()).toBe('off')
})

test('an admin sees a job that failed for good, and has it tried again', async ({ page, paper }) => {
  await paper.signIn('admin')
  const id = newId()
  await db.execute(sql`
    insert into pgboss.job (id, name, state, policy, data, retry_count, retry_limit, completed_on, output)
    values (${id}, 'mail-notifications', 'failed', 'standard', ${JSON.stringify({ notificationId: newId() })}::jsonb, 5, 5, now(),
      ${JSON.stringify({ message: `550 no such mailbox ${id} <i>` })}::jsonb)`)
  await page.goto('/account')
  await page.getByRole('main').getByRole('link', { name: 'Jobs' }).click()
  const row = page.getByRole('row').filter({ hasText: id })
  await expect(row).toContainText(`550 no such mailbox ${id} <i>`)
  await expect(row).toContainText('Letter about replies')
  await row.getByRole('button', { name: /^Try Letter about replies/ }).click()
  await expect(page.getByText('The job is tried again within a minute.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: id })).toHaveCount(0)
  const state = async () => (await db.execute(sql`select state::text from pgboss.job where id = ${id}`))[0]
  await expect.poll(state, soon).toEqual({ state: 'completed' })
})
