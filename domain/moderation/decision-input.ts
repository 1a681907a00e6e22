import { z } from 'zod'
import type { Actor } from '../actor'
import {
  approveComment,
  approveInput,
  dismissInput,
  dismissReports,
  hideComment,
  hideInput,
  restoreComment,
  restoreInput,
} from './decide-comment'

/** What the form of a decision sends: each button its verdict. */
export const decisionInput = z.discriminatedUnion('verdict', [
  approveInput.extend({ verdict: z.literal('approve') }),
  hideInput.extend({ verdict: z.literal('hide') }),
  restoreInput.extend({ verdict: z.literal('restore') }),
  dismissInput.extend({ verdict: z.literal('keep') }),
])

/** Carries out whichever act the moderator chose. */
export function decideComment(actor: Actor, input: z.infer<typeof decisionInput>, now = new Date()) {
  switch (input.verdict) {
    case 'approve':
      return approveComment(actor, input, now)
    case 'hide':
      return hideComment(actor, input, now)
    case 'restore':
      return restoreComment(actor, input, now)
    case 'keep':
      return dismissReports(actor, input, now)
  }
}
