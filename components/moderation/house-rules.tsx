import type { Rule } from '@/db/cached/reasons'
import { ruleAnchor } from '@/domain/moderation/addresses'
import { reasonWords as words } from '@/lib/words/reason'

/** The house rules as readers find them. One that holds no longer stays, since hidden comments lead to it. */
export function HouseRules({ rules }: { rules: Rule[] }) {
  const earlier = rules.filter(({ holds }) => !holds)
  return (
    <main id="text" className="house-rules">
      <header className="list-header">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {rules.length === 0 && <p className="empty">{words.none}</p>}
      <RuleList rules={rules.filter(({ holds }) => holds)} level="h2" />
      <p className="house-rules-report">{words.report}</p>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier" className="house-rules-earlier">
          <h2 id="earlier">{words.earlier}</h2>
          <p>{words.earlierLead}</p>
          <RuleList rules={earlier} level="h3" />
        </section>
      )}
    </main>
  )
}

function RuleList({ rules, level: Heading }: { rules: Rule[]; level: 'h2' | 'h3' }) {
  if (rules.length === 0) return null
  return (
    <ul className="rules">
      {rules.map(({ code, label, ruleNo, ruleText }) => (
        <li key={code} id={ruleAnchor(code)}>
          <p className="rule-no">{words.number(ruleNo)}</p>
          <Heading className="rule-label" dir="auto">
            {label}
          </Heading>
          <p dir="auto">{ruleText}</p>
        </li>
      ))}
    </ul>
  )
}
