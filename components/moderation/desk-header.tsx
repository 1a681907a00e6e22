import type { MemberActor } from '@/domain/actor'
import { deskPath } from '@/domain/moderation/addresses'
import { moderationWords as words } from '@/lib/words/moderation'

/** The way between the pages of the desk, and who sits at it. */
export function DeskHeader({ actor, isQueue = false }: { actor: MemberActor; isQueue?: boolean }) {
  return (
    <header className="desk-header">
      <nav aria-label={words.desk}>
        <ul>
          <li>
            <a href={deskPath} aria-current={isQueue ? 'page' : undefined}>
              {words.queue}
            </a>
          </li>
          <li>
            <a href="/">{words.site}</a>
          </li>
          <li>
            <a href="/account">{words.account}</a>
          </li>
        </ul>
      </nav>
      <p className="desk-person">{words.signedInAs(actor.name, words.ranks[actor.rank])}</p>
    </header>
  )
}
