import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { tags } from '../invalidate'
import { article, articleVersion, media, mediaRendition } from '../schema'

type NewPicture = Omit<typeof media.$inferInsert, 'id' | 'createdAt'>
type Rendition = { width: number; bytes: Buffer }

/** A picture that was taken in before, by the SHA-256 of its original. */
export async function findPictureByHash(hash: string, on: Db = db) {
  const [found] = await on
    .select({ id: media.id, alt: media.alt, credit: media.credit })
    .from(media)
    .where(eq(media.hash, hash))
    .limit(1)
  return found
}

export async function findPicture(id: string, on: Db = db) {
  const [found] = await on
    .select({ id: media.id, alt: media.alt, credit: media.credit, width: media.width, height: media.height })
    .from(media)
    .where(eq(media.id, id))
    .limit(1)
  return found
}

/** Stores a picture with its renditions; answers nothing where somebody stored the same one at the same moment. */
export async function insertPicture(values: NewPicture, renditions: Rendition[], tx: Tx) {
  const [made] = await tx
    .insert(media)
    .values(values)
    .onConflictDoNothing({ target: media.hash })
    .returning({ id: media.id })
  if (!made) return
  await tx
    .insert(mediaRendition)
    .values(renditions.map((one) => ({ mediaId: made.id, format: 'webp' as const, ...one })))
  return made
}

export async function updatePictureWords(id: string, words: { alt: string; credit: string }, tx: Tx) {
  await tx.update(media).set(words).where(eq(media.id, id))
}

/** The articles that readers are shown with the picture above them. */
export async function listArticlesWithPicture(pictureId: string, on: Db = db) {
  const rows = await on
    .select({ id: article.id })
    .from(article)
    .innerJoin(articleVersion, eq(articleVersion.id, article.versionId))
    .where(and(eq(articleVersion.pictureId, pictureId), inArray(article.state, ['published', 'withdrawn'])))
    .orderBy(desc(article.publishedAt), desc(article.id))
    .limit(200)
  return rows.map((row) => row.id)
}

/** The bytes of a rendition (WebP) of one width; without a width those of the widest. */
export async function findRendition(mediaId: string, width: number | undefined, on: Db = db) {
  const [found] = await on
    .select({ width: mediaRendition.width, bytes: mediaRendition.bytes })
    .from(mediaRendition)
    .where(
      and(
        eq(mediaRendition.mediaId, mediaId),
        eq(mediaRendition.format, 'webp'),
        width === undefined ? undefined : eq(mediaRendition.width, width),
      ),
    )
    .orderBy(desc(mediaRendition.width))
    .limit(1)
  return found && { ...found, tag: tags.picture(mediaId) }
}
