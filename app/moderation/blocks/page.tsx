import type { Metadata } from 'next'
import { OwnForms } from '@/app/own-forms'
import { requireActorWhoMay } from '@/auth/session'
import { FocusHere } from '@/components/form/focus-here.island'
import { BlocksPage } from '@/components/moderation/blocks-page'
import { listBlocks } from '@/db/queries/blocks'
import { listOfferedReasons } from '@/db/queries/reasons'
import { blocksPath } from '@/domain/block/addresses'
import { isId } from '@/lib/new-id'
import { pageNumber } from '@/lib/page-number'
import { blockWords } from '@/lib/words/block'

export const instant = false
export const metadata: Metadata = { title: blockWords.title, robots: { index: false, follow: false } }

const perPage = 50

export default async function ModerationBlocks({ searchParams }: PageProps<'/moderation/blocks'>) {
  const query = await searchParams
  const list = query.list === 'over' ? ('over' as const) : ('in-force' as const)
  const page = (typeof query.page === 'string' && pageNumber(query.page)) || 1
  const comment = typeof query.comment === 'string' && isId(query.comment) ? query.comment : undefined
  const actor = await requireActorWhoMay('moderation.see', blocksPath({ list, page, comment }))
  const [rows, reasons] = await Promise.all([
    listBlocks(list, { limit: perPage + 1, offset: (page - 1) * perPage }),
    listOfferedReasons('moderator'),
  ])
  const [at, done] = [typeof query.at === 'string' ? query.at : '', query.done]
  const said = (done === 'entered' || done === 'lifted') && (
    <FocusHere key={at}>
      <p>{blockWords.said[done]}</p>
    </FocusHere>
  )
  return (
    <OwnForms>
      <BlocksPage
        {...{ actor, list, page, reasons, comment, said, at }}
        blocks={rows.slice(0, perPage)}
        hasMore={rows.length > perPage}
      />
    </OwnForms>
  )
}
