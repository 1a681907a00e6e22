import type { Metadata } from 'next'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { RulesPage } from '@/components/moderation/rules-page'
import { listReasons } from '@/db/queries/reasons'
import { may } from '@/domain/actor'
import { rulesDeskPath } from '@/domain/moderation/addresses'
import { reasonDone } from '@/domain/moderation/reason-input'
import { reasonWords } from '@/lib/words/reason'

export const instant = false
export const metadata: Metadata = { title: reasonWords.desk.title, robots: { index: false, follow: false } }

export default async function ModerationRules({ searchParams }: PageProps<'/moderation/rules'>) {
  const actor = await requireActorWhoMay('moderation.see', rulesDeskPath)
  const [reasons, query] = await Promise.all([listReasons(), searchParams])
  return (
    <OwnForms>
      <RulesPage
        {...{ actor, reasons }}
        mayChange={may(actor, 'reason.change')}
        done={reasonDone.parse(query.done)}
        about={reasons.find(({ code }) => code === query.about)}
        at={typeof query.at === 'string' ? query.at : ''}
      />
    </OwnForms>
  )
}
