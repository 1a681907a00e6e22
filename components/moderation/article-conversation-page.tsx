import { FocusHere } from '@/components/form/focus-here.island'
import type { ConversationDecision, FoundConversation } from '@/db/queries/conversation-changes'
import type { MemberActor } from '@/domain/actor'
import { articlePath } from '@/domain/comment/addresses'
import { queuePath } from '@/domain/moderation/addresses'
import type { ConversationSet } from '@/domain/moderation/change-conversation'
import { conversationWords as words } from '@/lib/words/conversation'
import { ConversationState } from '../comment/conversation-state'
import { Moment } from '../page/moment'
import { ConversationForm } from './conversation-form'
import { ConversationHistory } from './conversation-history'
import { DeskHeader } from './desk-header'

type Props = {
  actor: MemberActor
  found: FoundConversation
  set: ConversationSet
  seen: string
  decisions: ConversationDecision[]
  /** When something was changed a moment ago, in milliseconds; the form begins anew then. */
  at: string
}

/** What is set for one article's conversation. */
export function ArticleConversationPage({ actor, found, set, seen, decisions, at }: Props) {
  return (
    <main id="text" className="desk desk-conversations">
      <DeskHeader actor={actor} />
      <h1 dir="auto">{words.articleTitle(found.headline)}</h1>
      {at && (
        <FocusHere key={at}>
          <p>{words.saved}</p>
        </FocusHere>
      )}
      <p>
        <a href={articlePath(found.slug)}>{words.toArticle}</a> ·{' '}
        <a href={queuePath({ tab: 'held', article: found.slug })}>{words.toQueue}</a>
      </p>
      <ConversationState article={found} />
      {found.isHeated && found.heatedUntil && (
        <p className="notice">
          {words.heated} <Moment at={found.heatedUntil} />.
        </p>
      )}
      <ConversationForm
        key={`${at}-${seen}`}
        articleId={found.id}
        {...{ set, seen }}
        usual={found.settings.closeAfterDays}
      />
      <ConversationHistory decisions={decisions} />
    </main>
  )
}
