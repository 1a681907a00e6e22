import { eq } from 'drizzle-orm'
import { bodyFromMarkdown } from '@/domain/article/body/from-markdown'
import { plainTextFromBody } from '@/domain/article/body/to-plain-text'
import { newId } from '@/lib/new-id'
import type { Tx } from '../client'
import { tags } from '../invalidate'
import { findPictureByHash, insertPicture } from '../queries/media'
import {
  article,
  articleAuthor,
  articleCount,
  articleReaction,
  articleTopic,
  articleVersion,
  comment,
  commentCount,
  commentReaction,
  correction,
  decision,
} from '../schema'
import { conversationRows } from './demo-conversation'
import { type Furniture, idOf } from './demo-furniture'
import type { PreparedPicture } from './demo-pictures'
import { reactionRows } from './demo-reactions'
import type { DemoArticle } from './read-demo'

type Desk = { furniture: Furniture; pictures: ReadonlyMap<string, PreparedPicture>; place: number; now: Date }
type Printed = DemoArticle & { id: string }

const minute = 60_000

/** Prints one article with its corrections, its conversation and its reactions. Answers with the tags of where it appears. */
export async function insertDemoArticle(printed: Printed, desk: Desk, tx: Tx) {
  const { furniture, now } = desk
  const publishedAt = new Date(now.getTime() - printed.minutesAgo * minute)
  const sectionId = idOf(furniture.sectionIds, printed.section)
  const topicIds = printed.topics.map((slug) => idOf(furniture.topicIds, slug))
  const authorIds = printed.authors.map((slug) => idOf(furniture.authorIds, slug))
  const versionId = await insertText(printed, { sectionId, publishedAt }, desk, tx)
  await tx
    .insert(articleAuthor)
    .values(authorIds.map((authorId, position) => ({ articleId: printed.id, authorId, position })))
  await tx
    .insert(articleTopic)
    .values(topicIds.map((topicId, position) => ({ articleId: printed.id, topicId, position })))
  await insertConversation(printed, { id: printed.id, versionId, publishedAt }, desk, tx)
  return [
    tags.slug(printed.slug),
    tags.section(sectionId),
    ...topicIds.map(tags.topic),
    ...authorIds.map(tags.author),
    tags.archive(publishedAt.toISOString().slice(0, 7)),
  ]
}

async function insertText(
  printed: Printed,
  { sectionId, publishedAt }: { sectionId: string; publishedAt: Date },
  desk: Desk,
  tx: Tx,
) {
  const { id, slug, kicker, headline, standfirst } = printed
  const label = printed.section === 'opinion' ? 'opinion' : 'news'
  const versionId = newId()
  const body = bodyFromMarkdown(printed.markdown)
  const corrections = printed.corrections.map(({ minutesAfter, text }) => {
    const correctedAt = new Date(Math.min(publishedAt.getTime() + minutesAfter * minute, desk.now.getTime()))
    return { articleId: id, text, publishedAt: correctedAt, createdAt: correctedAt }
  })
  await tx.insert(article).values({ id, slug, label, sectionId, batch: 'demo', createdAt: publishedAt })
  await tx.insert(articleVersion).values({
    id: versionId,
    articleId: id,
    no: 1,
    kicker,
    headline,
    standfirst,
    body,
    bodyText: plainTextFromBody(body),
    pictureId: await insertPictureOf(printed, desk.pictures, tx),
    pictureCaption: printed.picture?.caption ?? '',
    effectiveAt: publishedAt,
    createdAt: publishedAt,
  })
  const changedAt = corrections.at(-1)?.publishedAt ?? null
  await tx.update(article).set({ state: 'published', publishedAt, changedAt, versionId }).where(eq(article.id, id))
  if (corrections.length > 0) await tx.insert(correction).values(corrections)
  return versionId
}

async function insertPictureOf({ picture }: Printed, pictures: Desk['pictures'], tx: Tx) {
  const prepared = picture && pictures.get(picture.file)
  if (!prepared) return null
  const { renditions, ...values } = prepared
  const made = await insertPicture(
    { ...values, alt: picture.alt, credit: picture.credit, batch: 'demo' },
    renditions,
    tx,
  )
  return (made ?? (await findPictureByHash(prepared.hash, tx)))?.id ?? null
}

async function insertConversation(
  printed: Printed,
  out: { id: string; versionId: string; publishedAt: Date },
  desk: Desk,
  tx: Tx,
) {
  const { furniture, place, now } = desk
  const said = conversationRows(printed.conversation, out, furniture, now)
  const { likes, dislikes } = printed.reactions
  const memberIds = [...furniture.memberIds.values()].filter((id) => id !== furniture.moderatorId)
  await tx
    .insert(articleCount)
    .values({ articleId: out.id, comments: said.visible, roots: said.roots, likes, dislikes })
  await insertAll(
    articleReaction,
    reactionRows({ likes, dislikes, since: out.publishedAt }, memberIds, place, now).map((row) => ({
      ...row,
      articleId: out.id,
    })),
    tx,
  )
  await insertAll(
    comment,
    said.comments.map(({ row }) => row),
    tx,
  )
  await insertAll(commentCount, said.counts, tx)
  await insertAll(decision, said.decisions, tx)
  const reactions = said.comments.flatMap(({ row, likes, dislikes }, nth) =>
    reactionRows({ likes, dislikes, since: row.createdAt, byMemberId: row.memberId }, memberIds, place + nth, now).map(
      (one) => ({ ...one, commentId: row.id }),
    ),
  )
  await insertAll(commentReaction, reactions, tx)
}

type Table = typeof articleReaction | typeof comment | typeof commentCount | typeof commentReaction | typeof decision

/** Postgres takes 65,535 values in one statement. */
const rowsAtOnce = 1000

async function insertAll<Into extends Table>(table: Into, rows: Into['$inferInsert'][], tx: Tx) {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx.insert<Table>(table).values(rows.slice(from, from + rowsAtOnce))
  }
}
