import type { ReactNode } from 'react'
import type { Block } from '@/db/queries/blocks'
import type { GivenReason } from '@/db/queries/reasons'
import type { MemberActor } from '@/domain/actor'
import { blocksPath } from '@/domain/block/addresses'
import { casePath } from '@/domain/moderation/addresses'
import { blockWords as words } from '@/lib/words/block'
import { peopleWords } from '@/lib/words/people'
import { sanctionWords } from '@/lib/words/sanction'
import { Moment } from '../page/moment'
import { BlockForm } from './block-form'
import { DeskHeader } from './desk-header'
import { LiftBlockForm } from './lift-block-form'

type List = 'in-force' | 'over'

type Props = {
  actor: MemberActor
  list: List
  page: number
  hasMore: boolean
  blocks: Block[]
  /** Those that are offered. */
  reasons: GivenReason[]
  /** The comment whose network shall be blocked. */
  comment: string | undefined
  said: ReactNode
  /** When, in milliseconds: after an act the forms begin anew. */
  at: string
}

/** From where nothing is taken for a while, what that has kept away, and the form of a further block. */
export function BlocksPage({ actor, list, page, hasMore, blocks, reasons, comment, said, at }: Props) {
  return (
    <main id="text" className="desk desk-person-page">
      <DeskHeader actor={actor} at="blocks" />
      <h1>{words.title}</h1>
      {said}
      <p className="desk-lead">{words.lead}</p>
      <section aria-labelledby="add">
        <h2 id="add">{words.add}</h2>
        {comment ? (
          <p>
            <a href={casePath(comment)}>{sanctionWords.desk.because}</a> {words.networkLead}
          </p>
        ) : (
          <p>{words.domainHint}</p>
        )}
        <BlockForm key={at} reasons={reasons} commentId={comment} />
      </section>
      <section aria-labelledby="blocks">
        <h2 id="blocks">{words.lists[list]}</h2>
        <Tabs list={list} />
        {blocks.length === 0 && <p className="empty">{words.none[list]}</p>}
        <ul className="record" key={at}>
          {blocks.map((block) => (
            <BlockRow key={block.id} block={block} isInForce={list === 'in-force'} />
          ))}
        </ul>
        {(page > 1 || hasMore) && (
          <nav aria-label={words.onward} className="record-paging">
            {page > 1 && <a href={blocksPath({ list, page: page - 1 })}>{peopleWords.newer}</a>}{' '}
            {hasMore && <a href={blocksPath({ list, page: page + 1 })}>{peopleWords.older}</a>}
          </nav>
        )}
      </section>
    </main>
  )
}

function Tabs({ list }: { list: List }) {
  return (
    <nav aria-label={words.listsLabel} className="tabs">
      <ul>
        {(['in-force', 'over'] as const).map((one) => (
          <li key={one}>
            <a href={blocksPath({ list: one })} aria-current={one === list ? 'page' : undefined}>
              {words.lists[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function BlockRow({ block, isInForce }: { block: Block; isInForce: boolean }) {
  const { id, kind, name, range, reason, note, commentId, hits, trustedHits, lastHitAt } = block
  const what = name ?? range ?? words.kinds[kind]
  return (
    <li>
      <p className={isInForce ? 'standing' : undefined}>
        <bdi>{what}</bdi> {kind !== 'network' && `(${words.kinds[kind]})`}: {reason.label}
      </p>
      <p className="record-source">
        <Dates block={block} /> {commentId && <a href={casePath(commentId)}>{sanctionWords.desk.about}</a>}
      </p>
      <p>
        {words.hits(hits)}
        {trustedHits > 0 && `, ${words.trusted(trustedHits)}`}
        {lastHitAt && (
          <>
            , {words.lastHit} <Moment at={lastHitAt} />
          </>
        )}
      </p>
      {note && <blockquote dir="auto">{note}</blockquote>}
      {isInForce && <LiftBlockForm blockId={id} what={what} />}
    </li>
  )
}

function Dates({ block: { createdAt, endsAt, liftedAt, enteredBy } }: { block: Block }) {
  const labels = sanctionWords.desk
  const end = liftedAt ?? endsAt
  return (
    <>
      <Moment at={createdAt} /> {enteredBy && <bdi>{labels.by(enteredBy)}</bdi>},{' '}
      {liftedAt ? labels.lifted : end ? labels.ends : labels.endless} {end && <Moment at={end} />}
    </>
  )
}
