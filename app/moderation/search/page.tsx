import type { Metadata } from 'next'
import { requireActorWhoMay } from '@/auth/session'
import { SearchDeskPage } from '@/components/moderation/search-desk-page'
import { searchDeskPathOf } from '@/domain/moderation/addresses'
import { searchDesk } from '@/domain/moderation/search-desk'
import { searchDeskQuestion } from '@/domain/moderation/search-desk-question'
import { env } from '@/lib/env'
import { deskWords } from '@/lib/words/desk'

export const instant = false
export const metadata: Metadata = { title: deskWords.search.title, robots: { index: false, follow: false } }

export default async function ModerationSearch({ searchParams }: PageProps<'/moderation/search'>) {
  const question = searchDeskQuestion(await searchParams)
  const actor = await requireActorWhoMay('moderation.see', searchDeskPathOf(question))
  return <SearchDeskPage {...{ actor, question }} found={await searchDesk(question, env().timeZone)} />
}
