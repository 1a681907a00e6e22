import { FormToken } from '@/components/form/form-token.island'
import type { SessionRow } from '@/db/queries/sign-in'
import { dateFormat } from '@/lib/date-format'
import { accountWords } from '@/lib/words/account'

type Props = {
  sessions: SessionRow[]
  /** Which of them is the browser that looks. */
  own: string | undefined
  /** The zone in which the paper tells the time. */
  timeZone: string
  endSession: (form: FormData) => Promise<void>
}

/** The browsers in which a person is signed in, each with its way out. */
export function DeviceList({ sessions, own, timeZone, endSession }: Props) {
  return (
    <ul className="devices">
      {sessions.map((session) => (
        <li key={session.sessionToken}>
          <Device session={session} isOwn={session.sessionToken === own} timeZone={timeZone} />
          {session.sessionToken !== own && (
            <form action={endSession}>
              <FormToken />
              <input type="hidden" name="session" value={session.sessionToken} />
              <button className="button" type="submit" aria-label={words.endSessionOf(nameOf(session))}>
                {words.endSession}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

function Device({ session, isOwn, timeZone }: { session: SessionRow; isOwn: boolean; timeZone: string }) {
  return (
    <p>
      <strong>{nameOf(session)}</strong>
      {isOwn && ` (${words.thisDevice})`}, {words.since}{' '}
      <time dateTime={session.createdAt.toISOString()}>{dateAndTime(session.createdAt, timeZone)}</time>
    </p>
  )
}

const words = accountWords.account
const nameOf = (session: SessionRow) => session.device ?? words.unknownDevice

const dateAndTime = (moment: Date, timeZone: string) =>
  dateFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(moment)
