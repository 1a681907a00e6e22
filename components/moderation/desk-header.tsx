import { type MemberActor, may } from '@/domain/actor'
import { appealsDeskPath } from '@/domain/appeal/addresses'
import { blocksDeskPath } from '@/domain/block/addresses'
import {
  conversationsPath,
  deskPath,
  reactionsDeskPath,
  rulesDeskPath,
  searchDeskPath,
} from '@/domain/moderation/addresses'
import { filterPath } from '@/domain/word-filter/addresses'
import { appealWords } from '@/lib/words/appeal'
import { blockWords } from '@/lib/words/block'
import { conversationWords } from '@/lib/words/conversation'
import { deskWords } from '@/lib/words/desk'
import { filterWords } from '@/lib/words/filter'
import { moderationWords as words } from '@/lib/words/moderation'
import { reactionWords } from '@/lib/words/reaction'
import { reasonWords } from '@/lib/words/reason'

type Place = {
  key: 'queue' | 'search' | 'rules' | 'filter' | 'reactions' | 'blocks' | 'conversations' | 'appeals'
  path: string
  name: string
}

const ofModerators: Place[] = [
  { key: 'queue', path: deskPath, name: words.queue },
  { key: 'search', path: searchDeskPath, name: deskWords.search.nav },
  { key: 'rules', path: rulesDeskPath, name: reasonWords.desk.nav },
  { key: 'filter', path: filterPath, name: filterWords.nav },
  { key: 'reactions', path: reactionsDeskPath, name: reactionWords.desk.nav },
  { key: 'blocks', path: blocksDeskPath, name: blockWords.nav },
  { key: 'conversations', path: conversationsPath, name: conversationWords.nav },
]

/** Editors come here too, for the appeals that no other moderator can decide. */
const appeals: Place = { key: 'appeals', path: appealsDeskPath, name: appealWords.desk.nav }

/** The way between the pages of the desk, and who sits at it. */
export function DeskHeader({ actor, at }: { actor: MemberActor; at?: Place['key'] }) {
  const places = may(actor, 'moderation.see') ? [...ofModerators, appeals] : [appeals]
  return (
    <header className="desk-header">
      <nav aria-label={words.desk}>
        <ul>
          {places.map(({ key, path, name }) => (
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
