'use server'

import { forbidden, redirect, unauthorized } from 'next/navigation'
import { currentSender } from '@/auth/session'
import { may } from '@/domain/actor'
import { afterRetry } from '@/domain/job/addresses'
import { retryFailedJob, retryInput } from '@/domain/job/retry-job'

/** Takes the button that has a failed job tried again. */
export async function retryJobAction(form: FormData) {
  const actor = await currentSender(form)
  if (actor.id === null) unauthorized()
  if (!may(actor, 'job.retry')) forbidden()
  const input = retryInput.safeParse(Object.fromEntries(form))
  if (!input.success) redirect(afterRetry('malformed'))

  const outcome = await retryFailedJob(actor, input.data)
  if (!outcome.ok && outcome.refusal === 'not-allowed') forbidden()
  redirect(afterRetry(outcome.ok ? 'retried' : outcome.refusal))
}
