import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { z } from 'zod'
import { OwnForms } from '@/app/own-forms'
import { senderOf } from '@/auth/sender'
import { currentActor } from '@/auth/session'
import { currentVisitor, type Visitor } from '@/auth/visitor'
import { rememberedOrder } from '@/auth/visitor-order'
import { Discussion } from '@/components/comment/discussion'
import { KeptText } from '@/components/comment/kept-text'
import { findArticle, findWhyMissing } from '@/db/queries/articles'
import { takeFrom } from '@/db/rate-limit'
import { findBlocks } from '@/domain/block/meet-block'
import { articlePath, discussionPath } from '@/domain/comment/addresses'
import { readDraft } from '@/domain/comment/draft'
import { type FoundDiscussion, readDiscussion } from '@/domain/comment/read-discussion'
import { threadOrder } from '@/domain/comment/thread-order'
import { isCodeShown } from '@/domain/comment/wants-code'
import { noindexMetadata } from '@/domain/wire/metadata'
import { commentWords } from '@/lib/words/comment'

export const instant = false

type Props = PageProps<'/articles/[slug]/discussion'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return noindexMetadata(commentWords.join, articlePath((await params).slug))
}

const one = z.string().max(200).optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)
const query = z.object({
  at: id,
  reply: id,
  quote: z
    .literal('1')
    .transform(() => 1 as const)
    .optional()
    .catch(undefined),
  edit: id,
  draft: one,
  said: one,
  order: threadOrder.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
})

export default async function DiscussionRoute({ params, searchParams }: Props) {
  await connection()
  const { slug } = await params
  const asked = query.parse(await searchParams)
  const article = await findArticle(slug)
  if (!article) return <Missing slug={slug} asked={asked} />

  const [actor, visitor] = [await currentActor(), { ...(await currentVisitor()), order: await rememberedOrder() }]
  const isCodeAsked = article.commentsOpen && (await isCodeShown(actor, asked.draft))
  const wantsCode = isCodeAsked && (await takeFrom('new-code', visitor.addressHash)).ok
  const found = await readDiscussion(article, actor, visitor, asked, wantsCode)
  const block = await whyBlocked(found.draft, visitor)
  return (
    <OwnForms>
      <Discussion article={article} actor={actor} asked={asked} found={found} block={block} />
    </OwnForms>
  )
}

/** The block that kept a text from being posted, if it still does. */
async function whyBlocked(draft: FoundDiscussion['draft'], visitor: Visitor) {
  if (draft?.refusal !== 'blocked' && draft?.refusal !== 'email-blocked') return
  const { addressHash } = await senderOf(visitor)
  const [block] = await findBlocks({ address: visitor.address, senderHash: addressHash, email: draft.email })
  return block
}

/** The article has gone or moved while somebody wrote about it: what was typed is shown all the same. */
async function Missing({ slug, asked }: { slug: string; asked: z.infer<typeof query> }) {
  const missing = await findWhyMissing(slug)
  if (missing.why === 'moved') redirect(discussionPath(missing.slug, asked))
  const draft = asked.draft ? await readDraft(asked.draft) : undefined
  if (draft) return <KeptText text={draft.text} />
  if (missing.why === 'withdrawn') redirect(articlePath(slug))
  notFound()
}
