import type { ToldOutcome } from '@/db/queries/report-outcomes'
import { env } from '@/lib/env'
import { escapedMarkup } from '@/lib/escaped-markup'
import { letterPage } from '@/lib/mail/letter-page'
import type { Letter } from '@/lib/mail/send-letter'
import { reportWords } from '@/lib/words/report'
import { unsubscribeLink, unsubscribeToken } from '../notification/unsubscribe-token'
import { outcomeOf } from './outcome-of'

/** One letter tells of so many reports. */
export const mostOutcomes = 50

const words = reportWords.letter

type Parts = {
  to: string
  memberId: string
  letterId: string
  outcomes: [ToldOutcome, ...ToldOutcome[]]
  total: number
}

/** The letter that tells a member what became of reports. It repeats nothing of what was reported. */
export function outcomeLetter({ to, memberId, letterId, outcomes, total }: Parts): Letter {
  const { siteName, siteUrl } = env()
  const account = `${siteUrl}/account#own-reports`
  const stop = unsubscribeLink(unsubscribeToken({ memberId, kind: 'report-outcome' }))
  const lines = outcomes.map((one) =>
    words.line(one.reason.label, oneLine(one.headline), reportWords.outcomes[outcomeOf(one)]),
  )
  const rest = total > outcomes.length ? [words.more(total - outcomes.length)] : []
  const subject = words.subject(total, siteName)
  const link = (href: string, text: string) => `<a href="${escapedMarkup(href)}">${escapedMarkup(text)}</a>`
  return {
    to,
    subject,
    text: [...lines, ...rest, account, '-- ', words.why(siteName), words.stop, stop].join('\n\n').concat('\n'),
    html: letterPage(subject, [
      ...[...lines, ...rest].map((line) => `<p dir="auto">${escapedMarkup(line)}</p>`),
      `<p>${link(account, words.account)}</p><hr><p>${escapedMarkup(words.why(siteName))}</p>`,
      `<p>${link(stop, words.stopLink)}</p>`,
    ]),
    link: account,
    messageId: `<notification-${letterId}@${new URL(siteUrl).hostname}>`,
    // RFC 8058: a mail program posts to it without asking anybody to sign in.
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
