import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { MemberActor, Rank } from '@/domain/actor'
import { newId } from '@/lib/new-id'
import { db } from '../client'
import { countVisible, takeRootNo } from '../queries/comment-changes'
import { article, articleCount, articleVersion, comment, commentCount, member, section } from '../schema'

// What tests start from: rows as the acts would have left them, named like the things they are.

/** So that several processes can make things in one database. */
const unique = () => randomBytes(5).toString('hex')

/** A member of a rank, as the session would give the actor. */
export async function aMember({ rank = 'member', name }: { rank?: Rank; name?: string } = {}): Promise<MemberActor> {
  const made = unique()
  const [row] = await db
    .insert(member)
    .values({ handle: `person-${made}`, name: name ?? `Person ${made}`, rank, nameChosen: true })
    .returning({ id: member.id, handle: member.handle, name: member.name, rank: member.rank })
  if (!row) throw new Error('no member was made')
  return { ...row, sanction: null }
}

export async function aSection({ slug, name }: { slug?: string; name?: string } = {}) {
  const made = unique()
  const [row] = await db
    .insert(section)
    .values({ slug: slug ?? `section-${made}`, name: name ?? `Section ${made}`, position: 99 })
    .returning({ id: section.id, slug: section.slug, name: section.name })
  if (!row) throw new Error('no section was made')
  return row
}

type ArticleWish = {
  headline?: string
  slug?: string
  standfirst?: string
  text?: string
  state?: 'draft' | 'published' | 'withdrawn'
  publishedAt?: Date
  commentsOpen?: boolean
  sectionId?: string
  language?: 'en' | 'de' | 'fr'
}

const anHourAgo = () => new Date(Date.now() - 3_600_000)

/** An article, published an hour ago unless the test says otherwise. */
export async function anArticle(wish: ArticleWish = {}) {
  const made = unique()
  const { headline = `Headline ${made}`, state = 'published', publishedAt = anHourAgo(), language = 'en' } = wish
  const [id, versionId] = [newId(), newId()]
  const slug = wish.slug ?? `article-${made}`
  const text = wish.text ?? 'The harbour was calm.\n\nNothing else happened.'
  const sectionId = wish.sectionId ?? (await aSection()).id
  await db.transaction(async (tx) => {
    await tx.insert(article).values({
      id,
      slug,
      sectionId,
      language,
      commentsOpen: wish.commentsOpen ?? true,
    })
    await tx.insert(articleVersion).values({
      id: versionId,
      articleId: id,
      no: 1,
      language,
      headline,
      standfirst: wish.standfirst ?? '',
      body: bodyOf(text),
      bodyText: text,
      effectiveAt: state === 'draft' ? null : publishedAt,
    })
    await tx.insert(articleCount).values({ articleId: id })
    if (state === 'draft') return
    const withdrawal = state === 'withdrawn' ? { withdrawnAt: new Date(), withdrawnReason: 'A test withdrew it.' } : {}
    await tx
      .update(article)
      .set({ state, publishedAt, versionId, ...withdrawal })
      .where(eq(article.id, id))
  })
  return { id, slug, headline, versionId }
}

type CommentWish = {
  articleId?: string
  parent?: { id: string; rootId: string; rootNo: number | null; depth: number }
  text?: string
  memberId?: string | null
  standing?: 'held' | 'visible'
  guestName?: string
  guestKey?: string
}

/** A comment of a member of its own, visible unless the test says otherwise, counted as the acts count. */
export async function aComment(wish: CommentWish = {}) {
  const made = unique()
  const { parent, standing = 'visible', text = `Comment ${made}` } = wish
  const articleId = wish.articleId ?? (await anArticle()).id
  const id = newId()
  const memberId = wish.guestName ? null : (wish.memberId ?? (await aMember()).id)
  const isRoot = parent === undefined
  return db.transaction(async (tx) => {
    const rootNo = isRoot ? (standing === 'visible' ? await takeRootNo(articleId, tx) : null) : parent.rootNo
    const row = {
      id,
      articleId,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      depth: isRoot ? 0 : parent.depth + 1,
      rootNo,
    }
    await tx.insert(comment).values({
      ...row,
      memberId,
      guestName: wish.guestName ?? null,
      guestKey: wish.guestKey ?? null,
      text,
      standing,
      heldBecause: standing === 'held' ? 'first-comment' : null,
      visibleAt: standing === 'visible' ? new Date() : null,
      postKey: id,
    })
    await tx.insert(commentCount).values({ commentId: id, articleId, rootNo: isRoot ? rootNo : null })
    if (standing === 'visible') await countVisible(row, 1, tx)
    return { ...row, memberId, text, standing }
  })
}

function bodyOf(text: string) {
  const blocks = text.split('\n\n').map((paragraph, place) => ({
    type: 'paragraph' as const,
    id: `p${place}`,
    content: [{ type: 'text' as const, text: paragraph }],
  }))
  return { version: 1 as const, blocks }
}
