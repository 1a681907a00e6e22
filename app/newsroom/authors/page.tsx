import type { Metadata } from 'next'
import { z } from 'zod'
import { tieAuthorAction } from '@/actions/author-actions'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { TiedAuthors } from '@/components/newsroom/tied-authors'
import { listDeskAuthors } from '@/db/queries/desk-choices'
import { listTiedAuthors } from '@/db/queries/tied-authors'
import { authorsPath } from '@/domain/article/desk-addresses'
import { authorWords } from '@/lib/words/author'

export const instant = false
export const metadata: Metadata = { title: authorWords.title, robots: { index: false, follow: false } }

const mostShown = 500

const saying = z.enum(['tied', 'untied', 'no-such-author', 'no-such-member', 'malformed']).optional().catch(undefined)

export default async function AuthorsPage({ searchParams }: PageProps<'/newsroom/authors'>) {
  const actor = await requireActorWhoMay('author.tie', authorsPath)
  const [authors, tied, { said }] = await Promise.all([listDeskAuthors(), listTiedAuthors(mostShown), searchParams])
  return (
    <OwnForms>
      <TiedAuthors {...{ actor, authors, tied }} said={saying.parse(said)} tie={tieAuthorAction} />
    </OwnForms>
  )
}
