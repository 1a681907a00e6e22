import { env } from '@/lib/env'
import { escapedMarkup } from '@/lib/escaped-markup'
import { letterPage } from '@/lib/mail/letter-page'
import type { Letter } from '@/lib/mail/send-letter'
import { waitInWords } from '@/lib/wait'
import { queueAlarmWords as words } from '@/lib/words/queue-alarm'
import { unsubscribeLink, unsubscribeToken } from '../notification/unsubscribe-token'
import { deskPath } from './addresses'

type Parts = { to: string; memberId: string; waits: number; counts: { held: string; reported: string }; day: string }

/** The letter that tells a moderator how long the queue has waited, in minutes. Nothing that a reader wrote is in it. */
export function alarmLetter({ to, memberId, waits, counts, day }: Parts): Letter {
  const { siteName, siteUrl } = env()
  const wait = waitInWords(waits)
  const stop = unsubscribeLink(unsubscribeToken({ memberId, kind: 'queue-alarm' }))
  const [desk, account] = [`${siteUrl}${deskPath}`, `${siteUrl}/account`]
  const subject = words.subject(wait, siteName)
  const said = [words.lead(wait), words.counts(counts.held, counts.reported)]
  const paragraph = (text: string) => `<p>${escapedMarkup(text)}</p>`
  const link = (href: string, text: string) => `<p><a href="${escapedMarkup(href)}">${escapedMarkup(text)}</a></p>`
  return {
    to,
    subject,
    text: [...said, desk, '-- ', words.why(siteName), account, words.stop, stop].join('\n\n').concat('\n'),
    html: letterPage(subject, [
      ...said.map(paragraph),
      link(desk, words.open),
      '<hr>',
      paragraph(words.why(siteName)),
      link(account, account),
      link(stop, words.stopLink),
    ]),
    link: desk,
    messageId: `<queue-${memberId}-${day}@${new URL(siteUrl).hostname}>`,
    // RFC 8058: a mail program posts to it without asking anybody to sign in.
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}
