import { connection } from 'next/server'
import { z } from 'zod'
import { takeBackHint } from '@/auth/hint'
import { currentActor } from '@/auth/session'
import { currentVisitor } from '@/auth/visitor'
import { viewerOf } from '@/components/page/viewer'
import { findArticleToComment } from '@/db/queries/comment-changes'
import { readOwnPart } from '@/domain/comment/read-own-part'
import { viewerAnswer } from '@/lib/viewer-answer'

const asked = z.object({ article: z.uuid().optional().catch(undefined) })

/** What a page that is the same for everyone may show the person who looks at it. No cache stores it. */
export async function GET(request: Request) {
  await connection()
  const { article } = asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [actor, visitor] = [await currentActor(), await currentVisitor()]
  if (actor.id === null && visitor.key === null) await takeBackHint()

  const found = article && (await findArticleToComment(article, new Date()))
  const own = found ? { ...found, ...(await readOwnPart(found, { memberId: actor.id, guestKey: visitor.key })) } : null
  return Response.json(viewerAnswer.parse(viewerOf(actor, own)), { headers: { 'cache-control': 'no-store' } })
}
