import { casePath } from '@/domain/moderation/addresses'
import type { Case } from '@/domain/moderation/read-case'
import { commentWords } from '@/lib/words/comment'
import { moderationWords } from '@/lib/words/moderation'
import { DeskComment, StandingLine } from './desk-comment'
import { nameOf } from './name-of'

const words = moderationWords.case

/** The whole thread in the order of writing, held and hidden comments among it, each with its own way to be decided. */
export function CaseThread({ found: { comment, thread, threadSize } }: { found: Case }) {
  return (
    <section aria-labelledby="thread">
      <h2 id="thread">{words.thread}</h2>
      {thread.length < threadSize && <p>{words.shownOf(thread.length, threadSize)}</p>}
      <ol className="desk-thread">
        {thread.map((one) => (
          <li key={one.id} className={`level-${Math.min(one.depth, 6)}`}>
            {one.id === comment.id ? <p className="notice">{words.here}</p> : <StandingLine comment={one} />}
            {one.answersId && (
              <p className="answers">
                {words.level(one.depth)}, {commentWords.answers(nameOf({ name: one.answersName }))}
              </p>
            )}
            <DeskComment comment={one} />
            {one.id !== comment.id && (
              <p>
                <a href={casePath(one.id)} aria-label={words.open(nameOf(one))}>
                  {words.openShort}
                </a>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
