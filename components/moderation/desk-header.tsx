import { type MemberActor, may } from '@/domain/actor'
import { deskPath, reactionsDeskPath, rulesDeskPath } from '@/domain/moderation/addresses'
import { filterPath } from '@/domain/word-filter/addresses'
import { filterWords } from '@/lib/words/filter'
import { moderationWords as words } from '@/lib/words/moderation'
import { reactionWords } from '@/lib/words/reaction'
import { reasonWords } from '@/lib/words/reason'

/** The way between the pages of the desk, and who sits at it. */
export function DeskHeader({ actor, at }: { actor: MemberActor; at?: 'queue' | 'rules' | 'filter' | 'reactions' }) {
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
          {may(actor, 'filter.change') && (
            <li>
              <a href={filterPath} aria-current={at === 'filter' ? 'page' : undefined}>
                {filterWords.nav}
              </a>
            </li>
          )}
          <li>
            <a href={reactionsDeskPath} aria-current={at === 'reactions' ? 'page' : undefined}>
              {reactionWords.desk.nav}
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
