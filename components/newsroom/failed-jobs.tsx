import { FocusHere } from '@/components/form/focus-here.island'
import { FormToken } from '@/components/form/form-token.island'
import type { FailedJob } from '@/db/queries/jobs'
import type { MemberActor } from '@/domain/actor'
import { jobWords as words } from '@/lib/words/job'
import { Moment } from '../page/moment'
import { DeskHeader } from './desk-header'

type Retry = (form: FormData) => Promise<void>
type Props = {
  actor: MemberActor
  jobs: FailedJob[]
  /** How many are shown at most. */
  most: number
  said: keyof typeof words.said | undefined
  retry: Retry
}

/** What the site could not do by itself, and a button for each. */
export function FailedJobs({ actor, jobs, most, said, retry }: Props) {
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} at="jobs" />
      <h1>{words.title}</h1>
      {said && (
        <FocusHere>
          <p>{words.said[said]}</p>
        </FocusHere>
      )}
      <p className="desk-lead">{words.lead}</p>
      {jobs.length === 0 ? <p className="empty">{words.none}</p> : <Table jobs={jobs} retry={retry} />}
      {jobs.length === most && <p>{words.mostShown(most)}</p>}
    </main>
  )
}

function Table({ jobs, retry }: { jobs: FailedJob[]; retry: Retry }) {
  return (
    <table className="desk-table failed-jobs">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.error}</th>
          <th scope="col">{words.tries}</th>
          <th scope="col">{words.action}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id}>
            <th scope="row">{nameOf(job)}</th>
            <td dir="auto">{job.error}</td>
            <td>
              {words.triesSince(job.tries)} <Moment at={job.createdAt} style="clock" />, {words.last}{' '}
              <Moment at={job.failedAt} style="clock" />
            </td>
            <td>
              <form action={retry}>
                <FormToken />
                <input type="hidden" name="id" value={job.id} />
                <button type="submit" className="button-quiet" aria-label={words.retryOf(nameOf(job), job.id)}>
                  {words.retry}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const nameOf = ({ name }: FailedJob) => words.names[name] ?? name
