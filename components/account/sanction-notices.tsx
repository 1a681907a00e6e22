import type { OwnSanction } from '@/db/queries/sanctions'
import { permalink } from '@/domain/comment/addresses'
import { sanctionSentence } from '@/domain/sanction/sanction-sentence'
import { sanctionWords } from '@/lib/words/sanction'
import { AcknowledgeForm } from './acknowledge-form'

const words = sanctionWords.own

type Props = {
  sanctions: OwnSanction[]
  /** The conversation that is led back to, and the text that waits there. */
  slug?: string
  draft?: string | undefined
  /** Whether a ban takes even the yes to a warning away. */
  isBanned: boolean
}

/** What holds a person back at present, until when and why; a warning with the form that says it was read. */
export function SanctionNotices({ sanctions, slug, draft, isBanned }: Props) {
  return sanctions.map((sanction) => (
    <div key={sanction.id} className="notice sanction-notice">
      <p dir="auto">
        {sanctionSentence(sanction)} {sanction.commentId && <a href={permalink(sanction.commentId)}>{words.comment}</a>}
      </p>
      {sanction.kind === 'warning' && !isBanned && (
        <AcknowledgeForm sanctionId={sanction.id} slug={slug} draft={draft} />
      )}
    </div>
  ))
}
