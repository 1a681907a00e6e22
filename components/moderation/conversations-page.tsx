import { FocusHere } from '@/components/form/focus-here.island'
import type { ConversationDecision } from '@/db/queries/conversation-changes'
import type { listDecidedDomains } from '@/db/queries/link-domains'
import type { MemberActor } from '@/domain/actor'
import type { ConversationSettings } from '@/domain/screening/settings'
import { conversationWords as words } from '@/lib/words/conversation'
import { ConversationHistory } from './conversation-history'
import { DeskHeader } from './desk-header'
import { AddDomainForm, ForgetDomainForm } from './domain-form'
import { SettingsForm } from './settings-form'

type Domains = Awaited<ReturnType<typeof listDecidedDomains>>

type Props = {
  actor: MemberActor
  settings: ConversationSettings
  domains: Domains
  decisions: ConversationDecision[]
  mayChange: boolean
  mayDecide: boolean
  seen: string
  /** When something was changed a moment ago, in milliseconds; the forms begin anew then. */
  at: string
}

/** What holds for all conversations: whether they are open, what is read first, and which domains are allowed and denied. */
export function ConversationsPage({ actor, settings, domains, decisions, mayChange, mayDecide, seen, at }: Props) {
  return (
    <main id="text" className="desk desk-conversations">
      <DeskHeader actor={actor} at="conversations" />
      <h1>{words.title}</h1>
      {at && (
        <FocusHere key={at}>
          <p>{words.saved}</p>
        </FocusHere>
      )}
      <p className="desk-lead">
        {words.lead} {!mayChange && words.readOnlyForYou}
      </p>
      <section aria-labelledby="settings">
        <h2 id="settings">{words.settings}</h2>
        <SettingsForm key={`${at}-${seen}`} {...{ settings, seen, mayChange }} />
      </section>
      <section aria-labelledby="domains">
        <h2 id="domains">{words.domains}</h2>
        <p className="desk-lead">{words.domainsLead}</p>
        <DomainList domains={domains} mayDecide={mayDecide} />
        {mayDecide && <AddDomainForm key={at} />}
      </section>
      <ConversationHistory decisions={decisions} />
    </main>
  )
}

function DomainList({ domains, mayDecide }: { domains: Domains; mayDecide: boolean }) {
  if (domains.length === 0) return <p className="empty">{words.noDomains}</p>
  return (
    <ul className="domains">
      {domains.map(({ name, verdict }) => (
        <li key={name}>
          <b>{name}</b> <span>{words.verdicts[verdict ?? 'none']}</span>
          {mayDecide && <ForgetDomainForm domain={name} />}
        </li>
      ))}
    </ul>
  )
}
