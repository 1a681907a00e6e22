import type { MemberActor } from '@/domain/actor'
import { casePath } from '@/domain/moderation/addresses'
import type { Act } from '@/domain/moderation/read-act'
import { deskWords } from '@/lib/words/desk'
import { moderationWords } from '@/lib/words/moderation'
import { FocusHere } from '../form/focus-here.island'
import { UndoForm } from './undo-form'

const words = deskWords.act

type Props = { act: Act; actor: MemberActor; back: string }

/** What was decided about many in one go, what was left and why, and the way back. */
export function ActNotice({
  act: { id, kind, actorId, actorName, decisions, canUndo, left, more },
  actor,
  back,
}: Props) {
  const isOwn = actorId === actor.id
  const who = isOwn ? moderationWords.you : (actorName ?? moderationWords.someone)
  return (
    <FocusHere key={id}>
      <p>{kind ? words.did[kind](who, decisions) : words.nothing}</p>
      {left.length > 0 && (
        <>
          <p>{words.left(left.length + more)}</p>
          <ul>
            {left.map(({ commentId, refusal }) => (
              <li key={commentId}>
                <a href={casePath(commentId)}>{words.leftOne}</a>: {words.whyLeft[refusal]}
              </li>
            ))}
          </ul>
        </>
      )}
      {isOwn && canUndo && <UndoForm {...{ actId: id, back }} label={words.undoAll(decisions)} />}
    </FocusHere>
  )
}
