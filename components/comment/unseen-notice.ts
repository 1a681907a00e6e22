import type { FoundDiscussion } from '@/domain/comment/read-discussion'
import { holdingFindings } from '@/domain/screening/finding'
import { sentenceOf } from '@/domain/screening/finding-words'
import { waitInWords } from '@/lib/wait'
import { commentWords } from '@/lib/words/comment'

/** Why nobody but its author sees a comment, and for how long that lasts as a rule. */
export function unseenNotice(
  comment: Pick<FoundDiscussion['unseen'][number], 'hiddenBecause' | 'heldBecause' | 'findings'>,
  wait: number | null,
) {
  if (comment.hiddenBecause) return commentWords.notLetThrough
  const sentences = [
    commentWords.waiting,
    ...holdingFindings(comment).map(sentenceOf),
    wait !== null && commentWords.waitAbout(waitInWords(wait)),
  ]
  return sentences.filter(Boolean).join(' ')
}
