import type { Metadata } from 'next'
import { changeNameAction, endSessionAction, signOutAction } from '@/actions/account-actions'
import { stopIgnoringAction } from '@/actions/ignore-actions'
import { markReadAction } from '@/actions/notification-actions'
import { OwnForms } from '@/app/own-forms'
import { currentSessionKey, requireActor } from '@/auth/session'
import { DeviceList } from '@/components/account/device-list'
import { IgnoredList } from '@/components/account/ignored-list'
import { NameForm } from '@/components/account/name-form'
import { OwnReports } from '@/components/account/own-reports'
import { PreferenceForm } from '@/components/account/preference-form'
import { ReplyList } from '@/components/account/reply-list'
import { SanctionNotices } from '@/components/account/sanction-notices'
import { StatementList } from '@/components/account/statement-list'
import { WaitingComments } from '@/components/account/waiting-comments'
import { FormToken } from '@/components/form/form-token.island'
import { Heading } from '@/components/page/heading.island'
import { listIgnored } from '@/db/queries/ignored-members'
import { findAccount } from '@/db/queries/members'
import { findPreference } from '@/db/queries/notifications'
import { listReportsBy } from '@/db/queries/reports'
import { listOwnSanctions } from '@/db/queries/sanctions'
import { listSessions } from '@/db/queries/sign-in'
import { listWaitingComments } from '@/db/queries/waiting-comments'
import { may } from '@/domain/actor'
import { appealsDeskPath } from '@/domain/appeal/addresses'
import { jobsPath } from '@/domain/job/addresses'
import { mostIgnored } from '@/domain/member/ignore-member'
import { usual, usualForReports } from '@/domain/notification/kinds'
import { readReplies } from '@/domain/notification/read-replies'
import { readStatements } from '@/domain/statement/read-statement'
import { env } from '@/lib/env'
import { accountWords } from '@/lib/words/account'
import { appealWords } from '@/lib/words/appeal'
import { ignoreWords } from '@/lib/words/ignore'
import { jobWords } from '@/lib/words/job'
import { moderationWords } from '@/lib/words/moderation'
import { newsroomWords } from '@/lib/words/newsroom'
import { notificationWords } from '@/lib/words/notification'
import { sanctionWords } from '@/lib/words/sanction'

const words = accountWords.account

export const instant = false
export const metadata: Metadata = { title: words.title, robots: { index: false } }

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const actor = await requireActor('/account')
  const { done, before } = await searchParams
  const [account, sessions, own, reports, ignored, waiting, sanctions, { preference, ...replies }, stated, reportWish] =
    await Promise.all([
      findAccount(actor.id),
      listSessions(actor.id),
      currentSessionKey(),
      listReportsBy(actor.id),
      listIgnored(actor.id, mostIgnored),
      listWaitingComments(actor.id),
      listOwnSanctions(actor.id),
      readReplies(actor.id, before),
      readStatements(actor.id),
      findPreference(actor.id, 'report-outcome'),
    ])
  const alarm = may(actor, 'comment.decide') ? ((await findPreference(actor.id, 'queue-alarm')) ?? usual) : undefined
  const desks = [
    { path: '/newsroom', name: newsroomWords.title, permission: 'newsroom.see' as const },
    { path: '/moderation', name: moderationWords.desk, permission: 'moderation.see' as const },
    { path: appealsDeskPath, name: appealWords.desk.nav, permission: 'appeal.decide' as const },
    { path: jobsPath, name: jobWords.desk, permission: 'jobs.see' as const },
  ].filter(({ permission }) => may(actor, permission))
  return (
    <OwnForms>
      <main id="text" className="sheet">
        <Heading>{words.title}</Heading>
        {done === 'name' && <p role="status">{words.nameSaved}</p>}
        {done === 'preference' && <p role="status">{notificationWords.preferences.saved}</p>}
        {done === 'read' && <p role="status">{notificationWords.markedRead}</p>}
        {done === 'ignored' && <p role="status">{ignoreWords.account.stopped}</p>}
        {done === 'session' && <p role="status">{words.sessionEnded}</p>}
        {done === 'warning' && <p role="status">{sanctionWords.own.acknowledged}</p>}
        <SanctionNotices sanctions={sanctions} isBanned={actor.sanction === 'ban'} />
        <dl className="facts">
          {account?.email && (
            <>
              <dt>{words.email}</dt>
              <dd>{account.email}</dd>
            </>
          )}
          <dt>{words.handle}</dt>
          <dd>{actor.handle}</dd>
          <dt>{words.rank}</dt>
          <dd>{accountWords.ranks[actor.rank]}</dd>
        </dl>
        {account && !account.nameChosen && <p>{words.chooseName(actor.name)}</p>}
        <NameForm action={changeNameAction} name={actor.name} />
        <StatementList statements={stated.statements} markRead={markReadAction} />
        <ReplyList {...replies} now={new Date()} markRead={markReadAction} />
        <section aria-labelledby="preferences">
          <h2 id="preferences">{notificationWords.preferences.heading}</h2>
          {alarm && (
            <PreferenceForm kind="queue-alarm" preference={alarm} hasAddress={account?.isEmailConfirmed === true} />
          )}
          <PreferenceForm kind="reply" preference={preference} hasAddress={account?.isEmailConfirmed === true} />
          <PreferenceForm
            kind="statement"
            preference={stated.preference}
            hasAddress={account?.isEmailConfirmed === true}
          />
          <PreferenceForm
            kind="report-outcome"
            preference={reportWish ?? usualForReports}
            hasAddress={account?.isEmailConfirmed === true}
          />
        </section>
        <section aria-labelledby="devices">
          <h2 id="devices">{words.devices}</h2>
          <DeviceList sessions={sessions} own={own} timeZone={env().timeZone} endSession={endSessionAction} />
        </section>
        {desks.length > 0 && (
          <nav aria-label={words.desks}>
            <h2>{words.desks}</h2>
            <ul>
              {desks.map(({ path, name }) => (
                <li key={path}>
                  <a href={path}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <WaitingComments comments={waiting} />
        <IgnoredList ignored={ignored} stop={stopIgnoringAction} />
        <OwnReports reports={reports} markRead={markReadAction} />
        <form action={signOutAction}>
          <FormToken />
          <button className="button" type="submit">
            {words.signOut}
          </button>
        </form>
      </main>
    </OwnForms>
  )
}
