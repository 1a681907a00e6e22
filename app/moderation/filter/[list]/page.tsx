import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { WordListPage } from '@/components/moderation/word-list-page'
import { listPath } from '@/domain/word-filter/addresses'
import { listQuestion, readList } from '@/domain/word-filter/read-list'
import { listDone } from '@/domain/word-filter/word-list-input'
import { isId } from '@/lib/new-id'
import { filterWords } from '@/lib/words/filter'

export const instant = false
export const metadata: Metadata = { title: filterWords.title, robots: { index: false, follow: false } }

export default async function ModerationFilterList({ params, searchParams }: PageProps<'/moderation/filter/[list]'>) {
  const { list } = await params
  const actor = await requireActorWhoMay('filter.change', listPath(list))
  const query = await searchParams
  const found = isId(list) ? await readList(list, listQuestion.parse(query)) : undefined
  if (!found) notFound()
  return (
    <OwnForms>
      <WordListPage
        {...{ actor, found }}
        done={listDone.parse(query.done)}
        at={typeof query.at === 'string' ? query.at : ''}
      />
    </OwnForms>
  )
}
