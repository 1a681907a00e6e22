import type { ClosedBecause } from '@/domain/screening/conversation'
import { waitInSeconds } from '@/lib/wait'
import { conversationWords as words } from '@/lib/words/conversation'
import { Moment } from '../page/moment'

type Props = {
  article: {
    closedBecause: ClosedBecause | null
    closesAt: Date | null
    commentsPremoderated: boolean
    secondsBetween: number
  }
}

/** Why an article takes no comments, or what whoever comments should know before. */
export function ConversationState({ article }: Props) {
  const { closedBecause, closesAt, commentsPremoderated, secondsBetween } = article
  if (closedBecause) return <p className="closed">{words.closed[closedBecause]}</p>
  return (
    <>
      {commentsPremoderated && <p className="conversation-state">{words.premoderated}</p>}
      {secondsBetween > 0 && <p className="conversation-state">{words.slow(waitInSeconds(secondsBetween))}</p>}
      {closesAt && (
        <p className="conversation-state">
          {words.closes} <Moment at={closesAt} />.
        </p>
      )}
    </>
  )
}
