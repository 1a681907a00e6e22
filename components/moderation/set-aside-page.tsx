import type { SetAside } from '@/db/queries/desk-reactions'
import type { MemberActor } from '@/domain/actor'
import { articlePath } from '@/domain/comment/addresses'
import { casePath } from '@/domain/moderation/addresses'
import { reactionWords } from '@/lib/words/reaction'
import { Moment } from '../page/moment'
import { CountAgainForm } from './count-again-form'
import { DeskHeader } from './desk-header'

const words = reactionWords.desk

/** The reactions that look like one person's with many cookies, with the numbers as they would be with them. */
export function SetAsidePage({ actor, found }: { actor: MemberActor; found: SetAside[] }) {
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} at="reactions" />
      <h1>{words.title}</h1>
      <p className="desk-lead">{words.lead}</p>
      {found.length === 0 && <p className="empty">{words.none}</p>}
      {found.map((target) => (
        <Target key={target.id} {...target} />
      ))}
    </main>
  )
}

function Target({ kind, id, slug, headline, opening, likes, dislikes, likesAside, dislikesAside, lastAt }: SetAside) {
  return (
    <section className="set-aside">
      <h2 dir="auto">
        {words.of[kind]} <a href={kind === 'article' ? articlePath(slug) : casePath(id)}>{headline}</a>
      </h2>
      {opening && <blockquote dir="auto">{opening}</blockquote>}
      <p>
        {words.counted(likes, dislikes)} {words.aside(likesAside, dislikesAside)}{' '}
        {words.recount(likes + likesAside, dislikes + dislikesAside)} {words.last} <Moment at={lastAt} />.
      </p>
      <CountAgainForm kind={kind} id={id} what={opening || headline} />
    </section>
  )
}
