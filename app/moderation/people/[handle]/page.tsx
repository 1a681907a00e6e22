import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { FocusHere } from '@/components/form/focus-here.island'
import { PersonPage } from '@/components/moderation/person-page'
import { listOfferedReasons } from '@/db/queries/reasons'
import { listSections } from '@/db/queries/sections'
import { personPath } from '@/domain/moderation/people-addresses'
import { personQuestion, readPerson } from '@/domain/moderation/read-person'
import { sanctionKinds } from '@/domain/sanction/kinds'
import { moderationWords } from '@/lib/words/moderation'
import { peopleWords } from '@/lib/words/people'
import { sanctionWords } from '@/lib/words/sanction'

export const instant = false
export const metadata: Metadata = { title: moderationWords.title, robots: { index: false, follow: false } }

export default async function ModerationPerson({ params, searchParams }: PageProps<'/moderation/people/[handle]'>) {
  const { handle } = await params
  const query = await searchParams
  const question = personQuestion(query)
  const actor = await requireActorWhoMay('moderation.see', personPath(handle, question))
  const [found, reasons, sections] = await Promise.all([
    readPerson(handle, question),
    listOfferedReasons('moderator'),
    listSections(),
  ])
  if (!found) notFound()
  const at = typeof query.at === 'string' ? query.at : ''
  return (
    <OwnForms>
      <PersonPage
        {...{ actor, found, reasons, sections, at }}
        isFirst={question.before === undefined}
        said={<Said done={query.done} what={query.what} at={at} name={found.member.name} />}
        now={new Date()}
      />
    </OwnForms>
  )
}

type Asked = string | string[] | undefined

function Said({ done, what, at, name }: { done: Asked; what: Asked; at: string; name: string }) {
  if (done === 'noted') {
    return (
      <FocusHere key={at}>
        <p>{peopleWords.notes.added}</p>
      </FocusHere>
    )
  }
  const kind = sanctionKinds.find((one) => one === what)
  if (!kind || (done !== 'imposed' && done !== 'lifted')) return null
  return (
    <FocusHere key={at}>
      <p dir="auto">{sanctionWords.desk.said[done](sanctionWords.kinds[kind], name)}</p>
    </FocusHere>
  )
}
