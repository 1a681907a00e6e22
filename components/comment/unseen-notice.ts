import type { FoundDiscussion } from '@/domain/comment/read-discussion'
import { waitInWords } from '@/lib/wait'
import { commentWords } from '@/lib/words/comment'

/** Why nobody but its author sees a comment, and for how long that lasts as a rule. */
export function unseenNotice(
  { hiddenBecause, heldBecause }: Pick<FoundDiscussion['unseen'][number], 'hiddenBecause' | 'heldBecause'>,
  wait: number | null,
) {
  if (hiddenBecause) return commentWords.notLetThrough
  const sentences = [
    commentWords.waiting,
    heldBecause && commentWords.waitingBecause[heldBecause],
    wait !== null && commentWords.waitAbout(waitInWords(wait)),
  ]
  return sentences.filter(Boolean).join(' ')
}
