import type { Metadata } from 'next'
import { z } from 'zod'
import { retryJobAction } from '@/actions/job-actions'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { FailedJobs } from '@/components/newsroom/failed-jobs'
import { listFailedJobs } from '@/db/queries/jobs'
import { jobsPath } from '@/domain/job/addresses'
import { jobWords } from '@/lib/words/job'

export const instant = false
export const metadata: Metadata = { title: jobWords.title, robots: { index: false, follow: false } }

const mostShown = 100

const saying = z.enum(['retried', 'no-such-job', 'already-queued', 'malformed']).optional().catch(undefined)

export default async function JobsPage({ searchParams }: PageProps<'/newsroom/jobs'>) {
  const actor = await requireActorWhoMay('jobs.see', jobsPath)
  const [jobs, { said }] = await Promise.all([listFailedJobs(mostShown), searchParams])
  return (
    <OwnForms>
      <FailedJobs {...{ actor, jobs }} most={mostShown} said={saying.parse(said)} retry={retryJobAction} />
    </OwnForms>
  )
}
