import type { MemberActor } from '@/domain/actor'
import { blocksDeskPath } from '@/domain/block/addresses'
import { deskPath, reactionsDeskPath, rulesDeskPath } from '@/domain/moderation/addresses'
import { blockWords } from '@/lib/words/block'
import { moderationWords as words } from '@/lib/words/moderation'
import { reactionWords } from '@/lib/words/reaction'
import { reasonWords } from '@/lib/words/reason'

/** The way between the pages of the desk, and who sits at it. */
export function DeskHeader({ actor, at }: { actor: MemberActor; at?: 'queue' | 'rules' | 'reactions' | 'blocks' }) {
  return (
    <header className="desk-header">
      <nav aria-label={words.desk}>
        <ul>
          <li>
            <a href={deskPath} aria-current={at === 'queue' ? 'page' : undefined}>
              {words.queue}
            </a>
          </li>
          <li>
            <a href={rulesDeskPath} aria-current={at === 'rules' ? 'page' : undefined}>
              {reasonWords.desk.nav}
            </a>
          </li>
          <li>
            <a href={reactionsDeskPath} aria-current={at === 'reactions' ? 'page' : undefined}>
              {reactionWords.desk.nav}
            </a>
          </li>
          <li>
            <a href={blocksDeskPath} aria-current={at === 'blocks' ? 'page' : undefined}>
              {blockWords.nav}
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
