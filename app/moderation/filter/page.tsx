import type { Metadata } from 'next'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { FilterPage } from '@/components/moderation/filter-page'
import { listWordLists } from '@/db/queries/word-lists'
import { filterPath } from '@/domain/word-filter/addresses'
import { filterWords } from '@/lib/words/filter'

export const instant = false
export const metadata: Metadata = { title: filterWords.title, robots: { index: false, follow: false } }

export default async function ModerationFilter() {
  const actor = await requireActorWhoMay('filter.change', filterPath)
  return (
    <OwnForms>
      <FilterPage actor={actor} lists={await listWordLists()} />
    </OwnForms>
  )
}
