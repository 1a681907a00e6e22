import type { Claim } from '@/db/queries/claims'
import { deskWords } from '@/lib/words/desk'
import { Moment } from '../page/moment'

/** A colleague has the comment open: they may be about to decide. */
export function ClaimNotice({ claim: { name, expiresAt } }: { claim: Claim }) {
  return (
    <p className="notice claimed">
      {deskWords.claimed(name)} <Moment at={expiresAt} style="clock" />.
    </p>
  )
}
