'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { hintAtGuest } from '@/auth/hint'
import { senderOf } from '@/auth/sender'
import { currentActor } from '@/auth/session'
import { ensureVisitor } from '@/auth/visitor'
import { takeFrom } from '@/db/rate-limit'
import { meetBlock } from '@/domain/block/meet-block'
import { discussionPath } from '@/domain/comment/addresses'
import { reactToArticle, reactToComment } from '@/domain/reaction/react'
import { env } from '@/lib/env'
import { signInPath } from '@/lib/next-path'

const values = { like: 1, dislike: -1, none: null } as const

/** `like:comment:ID`, `dislike:article:ID`, `none:comment:ID`: what a reaction's button sends. */
const reaction = z
  .string()
  .transform((text) => text.split(':'))
  .pipe(z.tuple([z.enum(['like', 'dislike', 'none']), z.enum(['article', 'comment']), z.uuid()]))

const input = z.object({ slug: z.string().regex(/^[\p{L}\p{N}-]{1,120}$/u), reaction })

/** Sets or takes back a reaction. Sending it twice changes nothing. */
export async function reactAction(form: FormData) {
  const { slug, reaction } = input.parse(Object.fromEntries(form))
  const [wish, target, targetId] = reaction
  const at = target === 'comment' ? targetId : undefined
  const actor = await currentActor()
  if (actor.id === null && env().whoReacts === 'members') redirect(signInPath(discussionPath(slug, at ? { at } : {})))

  const visitor = await ensureVisitor()
  const taken =
    actor.id === null ? await takeFrom('reaction-guest', visitor.addressHash) : await takeFrom('reaction', actor.id)
  const react = target === 'comment' ? reactToComment : reactToArticle
  const sender = await senderOf(visitor)
  const isBlocked = taken.ok && (await meetBlock(actor, { address: visitor.address, senderHash: sender.addressHash }))
  const outcome =
    taken.ok && !isBlocked
      ? await react(actor, { targetId, to: values[wish] }, sender)
      : ({ ok: false, refusal: taken.ok ? 'blocked' : 'too-often' } as const)
  if (outcome.ok && actor.id === null) await hintAtGuest()
  redirect(discussionPath(slug, { ...(at ? { at } : {}), ...(outcome.ok ? {} : { said: outcome.refusal }) }))
}
