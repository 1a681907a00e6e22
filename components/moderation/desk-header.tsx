import type { MemberActor } from '@/domain/actor'
import { blocksDeskPath } from '@/domain/block/addresses'
import { conversationsPath, deskPath, reactionsDeskPath, rulesDeskPath } from '@/domain/moderation/addresses'
import { blockWords } from '@/lib/words/block'
import { conversationWords } from '@/lib/words/conversation'
import { moderationWords as words } from '@/lib/words/moderation'
import { reactionWords } from '@/lib/words/reaction'
import { reasonWords } from '@/lib/words/reason'

type Place = { key: 'queue' | 'rules' | 'reactions' | 'blocks' | 'conversations'; path: string; name: string }

const ofModerators: Place[] = [
  { key: 'queue', path: deskPath, name: words.queue },
  { key: 'rules', path: rulesDeskPath, name: reasonWords.desk.nav },
  { key: 'reactions', path: reactionsDeskPath, name: reactionWords.desk.nav },
  { key: 'blocks', path: blocksDeskPath, name: blockWords.nav },
  { key: 'conversations', path: conversationsPath, name: conversationWords.nav },
]

/** The way between the pages of the desk, and who sits at it. */
export function DeskHeader({ actor, at }: { actor: MemberActor; at?: Place['key'] }) {
  return (
    <header className="desk-header">
      <nav aria-label={words.desk}>
        <ul>
          {ofModerators.map(({ key, path, name }) => (
            <li key={key}>
              <a href={path} aria-current={at === key ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
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
