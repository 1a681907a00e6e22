import { and, eq, notExists, sql } from 'drizzle-orm'
import { db, type Tx } from '../client'
import { invalidate, tags, transact } from '../invalidate'
import {
  article,
  articleAuthor,
  articleTopic,
  articleVersion,
  author,
  comment,
  decision,
  media,
  member,
  section,
  topic,
} from '../schema'
import { countDemonstrationRows } from './demo-rows'

const demo = 'demo'

/** How many articles of it there are, and how many comments that others wrote under them. */
export const findDemonstrationRows = () => countDemonstrationRows(db)

/**
 * Takes the demonstration paper out again: its articles with everything that was said under them, by whomever, its
 * people and its log. A section, topic, author or picture of it that an article of the newsroom uses stays.
 */
export async function removeDemonstrationPaper() {
  return transact(async (tx) => {
    const gone = await countDemonstrationRows(tx)
    const named = await listTags(tx)
    await tx.delete(decision).where(eq(decision.batch, demo))
    await tx.delete(article).where(eq(article.batch, demo))
    await tx.delete(comment).where(eq(comment.batch, demo))
    await tx.delete(member).where(eq(member.batch, demo))
    await removeUnused(tx)
    if (named.length > 0) await invalidate(tx, [tags.front, tags.wire, tags.sections, ...named], 'conceal')
    return gone
  })
}

/** Everything that the paper is drawn on; its addresses answer 404 from the next request on. */
async function listTags(tx: Tx) {
  const isDemo = eq(article.batch, demo)
  const articles = await tx
    .select({ id: article.id, slug: article.slug, at: article.publishedAt })
    .from(article)
    .where(isDemo)
  const sections = await tx.select({ id: section.id }).from(section).where(eq(section.batch, demo))
  const topics = await tx.select({ id: topic.id }).from(topic).where(eq(topic.batch, demo))
  const authors = await tx.select({ id: author.id }).from(author).where(eq(author.batch, demo))
  return [
    ...articles.flatMap(({ id, slug, at }) => [
      tags.article(id),
      tags.comments(id),
      tags.counts(id),
      tags.slug(slug),
      ...(at ? [tags.archive(at.toISOString().slice(0, 7))] : []),
    ]),
    ...sections.map((one) => tags.section(one.id)),
    ...topics.map((one) => tags.topic(one.id)),
    ...authors.map((one) => tags.author(one.id)),
  ]
}

async function removeUnused(tx: Tx) {
  const one = { one: sql`1` }
  const inSection = tx.select(one).from(article).where(eq(article.sectionId, section.id))
  const onTopic = tx.select(one).from(articleTopic).where(eq(articleTopic.topicId, topic.id))
  const byAuthor = tx.select(one).from(articleAuthor).where(eq(articleAuthor.authorId, author.id))
  const withPicture = tx
    .select(one)
    .from(articleVersion)
    .where(
      sql`${articleVersion.pictureId} = ${media.id} or ${articleVersion.body}::text like '%' || ${media.id} || '%'`,
    )
  await tx.delete(section).where(and(eq(section.batch, demo), notExists(inSection)))
  await tx.delete(topic).where(and(eq(topic.batch, demo), notExists(onTopic)))
  await tx.delete(author).where(and(eq(author.batch, demo), notExists(byAuthor)))
  await tx.delete(media).where(and(eq(media.batch, demo), notExists(withPicture)))
}
