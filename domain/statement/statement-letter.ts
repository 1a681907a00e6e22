import type { StatementRow } from '@/db/queries/statements'
import { commentPlainText } from '@/domain/comment/text/comment-text'
import { env } from '@/lib/env'
import { escapedMarkup } from '@/lib/escaped-markup'
import { letterPage } from '@/lib/mail/letter-page'
import type { Letter } from '@/lib/mail/send-letter'
import { statementWords } from '@/lib/words/statement'
import { unsubscribeLink, unsubscribeToken } from '../notification/unsubscribe-token'
import { withoutLinks } from '../notification/without-links'
import { statementPath, statementsPath } from './addresses'
import { statementFacts, statementTitle } from './statement-facts'
import { statementKey } from './statement-key'

const words = statementWords.letter

/** One letter states so many decisions in full. */
export const mostStated = 20

type Parts = {
  to: string
  /** None for a guest, who has no account in which letters could be stopped: one comes for each decision, and no other. */
  memberId?: string
  statements: [StatementRow, ...StatementRow[]]
  total?: number
  letterId: string
}

/** The letter that states to an author what was decided about their comments, and how to appeal. */
export function statementLetter({ to, memberId, statements, total = 1, letterId }: Parts): Letter {
  const { siteName, siteUrl } = env()
  const told = statements.map(asTold)
  const title = statementTitle(statements[0])
  const subject = total === 1 ? words.subject(title, siteName) : words.many(total, siteName)
  const stop = memberId && unsubscribeLink(unsubscribeToken({ memberId, kind: 'statement' }))
  const parts = { subject, told, rest: total - told.length, account: `${siteUrl}${statementsPath}`, stop }
  return {
    to,
    subject,
    text: asText(parts),
    html: asHtml(parts),
    link: told[0]?.link ?? siteUrl,
    messageId: `<statement-${letterId}@${new URL(siteUrl).hostname}>`,
    ...(stop && {
      headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    }),
  }
}

function asTold(statement: StatementRow) {
  const { id, isGuest, kind, headline, text } = statement
  return {
    title: statementTitle(statement),
    greeting: words.greeting(headline),
    // Guests may give anybody's address: what they wrote must not bring that person links.
    comment: isGuest ? withoutLinks(commentPlainText(text)) : commentPlainText(text),
    facts: statementFacts(statement),
    read: kind === 'hide-comment' ? words.appeal : words.read,
    link: new URL(statementPath(isGuest ? statementKey(id) : id), env().siteUrl).href,
  }
}

type Whole = {
  subject: string
  told: ReturnType<typeof asTold>[]
  rest: number
  account: string
  stop: string | undefined
}

function asText({ told, rest, account, stop }: Whole) {
  const { siteName } = env()
  const stated = told.flatMap(({ title, greeting, comment, facts, read, link }) => [
    title,
    greeting,
    comment.replace(/^/gm, '> '),
    ...facts.map(([term, said]) => `${term}: ${said}`),
    read,
    link,
  ])
  const end = stop ? [words.why(siteName), account, words.stop, stop] : [words.guest(siteName)]
  return [...stated, ...(rest > 0 ? [words.more(rest), account] : []), '-- ', ...end].join('\n\n').concat('\n')
}

function asHtml({ subject, told, rest, account, stop }: Whole) {
  const { siteName } = env()
  const link = (href: string, text = href) => `<a href="${escapedMarkup(href)}">${escapedMarkup(text)}</a>`
  const paragraph = (markup: string) => `<p dir="auto">${markup}</p>`
  const quote = (text: string) =>
    `<blockquote dir="auto" style="white-space: pre-line">${escapedMarkup(text)}</blockquote>`
  const stated = told.flatMap(({ title, greeting, comment, facts, read, link: href }) => [
    `<h1 style="font-size: 1.25rem">${escapedMarkup(title)}</h1>`,
    paragraph(escapedMarkup(greeting)),
    quote(comment),
    ...facts.map(([term, said]) => paragraph(`<strong>${escapedMarkup(term)}:</strong> ${escapedMarkup(said)}`)),
    paragraph(`${escapedMarkup(read)} ${link(href)}`),
  ])
  const end = stop
    ? [paragraph(`${escapedMarkup(words.why(siteName))} ${link(account)}`), paragraph(link(stop, words.stop))]
    : [paragraph(escapedMarkup(words.guest(siteName)))]
  return letterPage(subject, [
    ...stated,
    ...(rest > 0 ? [paragraph(`${escapedMarkup(words.more(rest))} ${link(account)}`)] : []),
    '<hr>',
    ...end,
  ])
}
