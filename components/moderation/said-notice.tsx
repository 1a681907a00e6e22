import type { MemberActor } from '@/domain/actor'
import { casePath } from '@/domain/moderation/addresses'
import type { LastWord } from '@/domain/moderation/read-last-word'
import { deskWords } from '@/lib/words/desk'
import { moderationWords as words } from '@/lib/words/moderation'
import { FocusHere } from '../form/focus-here.island'
import { nameOf } from './name-of'
import { UndoForm } from './undo-form'

type Props = { last: LastWord; actor: MemberActor; back: string; next?: string | undefined; isCase?: boolean }

/** What was done last about a comment, and the way back where there is one. */
export function SaidNotice({ last: { comment, decision }, actor, back, next, isCase = false }: Props) {
  if (!decision) return null
  const { kind, actorId, actorName, reason, actId, canUndo } = decision
  const name = nameOf(comment)
  const isOwn = actorId === actor.id
  return (
    <FocusHere key={decision.id}>
      <p>
        {words.did[kind](isOwn ? words.you : (actorName ?? words.someone), name)}
        {reason && ` ${words.history.reason} ${reason.label}.`}
      </p>
      {isOwn && canUndo && actId && <UndoForm {...{ actId, back, next }} label={deskWords.act.undoOf(name)} />}
      {!isCase && (
        <p>
          <a href={casePath(comment.id)}>{words.look}</a>
        </p>
      )}
    </FocusHere>
  )
}
