import type { ToldReply } from '@/db/queries/notification-letters'
import { commentPlainText } from '@/domain/comment/text/comment-text'
import { dateFormat } from '@/lib/date-format'
import { env } from '@/lib/env'
import { escapedMarkup } from '@/lib/escaped-markup'
import { letterPage } from '@/lib/mail/letter-page'
import type { Letter } from '@/lib/mail/send-letter'
import { openingOf } from '@/lib/opening'
import { notificationWords } from '@/lib/words/notification'
import { permalink } from '../comment/addresses'
import { unsubscribeLink, unsubscribeToken } from './unsubscribe-token'
import { withoutLinks } from './without-links'

/** One letter tells of so many replies in full. */
export const mostTold = 20

const words = notificationWords.letter

type Parts = {
  to: string
  memberId: string
  /** The first of them, and how many there are in all. */
  replies: [ToldReply, ...ToldReply[]]
  total: number
  /** The letter's own, so that it is the same letter when it is sent again. */
  letterId: string
}

/** The letter that tells a member of replies. What others wrote is text in it and nothing else. */
export function replyLetter({ to, memberId, replies, total, letterId }: Parts): Letter {
  const { siteName, siteUrl } = env()
  const told = replies.slice(0, mostTold).map(asTold)
  const stop = unsubscribeLink(unsubscribeToken({ memberId, kind: 'reply' }))
  const account = `${siteUrl}/account`
  const subject = total === 1 ? words.one(nameOf(replies[0]), siteName) : words.many(total, siteName)
  const parts = { subject, told, rest: total - told.length, greeting: words.greeting(total), account, stop }
  return {
    to,
    subject,
    text: asText(parts),
    html: asHtml(parts),
    link: told[0]?.link ?? account,
    messageId: `<notification-${letterId}@${new URL(siteUrl).hostname}>`,
    // RFC 8058: a mail program posts to it without asking anybody to sign in.
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

type Told = { line: string; excerpt: string; link: string }
type Whole = { subject: string; greeting: string; told: Told[]; rest: number; account: string; stop: string }

function asTold(reply: ToldReply): Told {
  return {
    line: words.wrote(nameOf(reply), oneLine(reply.headline), momentOf(reply.createdAt)),
    excerpt: openingOf(withoutLinks(commentPlainText(reply.text))),
    link: new URL(permalink(reply.commentId), env().siteUrl).href,
  }
}

function asText({ greeting, told, rest, account, stop }: Whole) {
  const { siteName } = env()
  return [
    greeting,
    ...told.flatMap(({ line, excerpt, link }) => [line, `> ${excerpt}`, link]),
    ...(rest > 0 ? [words.more(rest), account] : []),
    '-- ',
    words.why(siteName),
    account,
    words.stop,
    stop,
  ]
    .join('\n\n')
    .concat('\n')
}

function asHtml({ subject, greeting, told, rest, account, stop }: Whole) {
  const link = (href: string, text: string) => `<a href="${escapedMarkup(href)}">${escapedMarkup(text)}</a>`
  const paragraph = (markup: string) => `<p>${markup}</p>`
  return letterPage(subject, [
    paragraph(escapedMarkup(greeting)),
    ...told.map(
      ({ line, excerpt, link: href }) =>
        `<p dir="auto">${escapedMarkup(line)}</p><blockquote dir="auto">${escapedMarkup(excerpt)}</blockquote>${paragraph(link(href, words.read))}`,
    ),
    ...(rest > 0 ? [paragraph(`${escapedMarkup(words.more(rest))} ${link(account, words.account)}`)] : []),
    '<hr>',
    paragraph(`${escapedMarkup(words.why(env().siteName))} ${link(account, account)}`),
    paragraph(link(stop, words.stopLink)),
  ])
}

const nameOf = ({ name }: ToldReply) => oneLine(name ?? '') || notificationWords.guest

/** Subjects are headers: a sign that ends a line, or turns the reading around, is no part of a name. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()

function momentOf(at: Date) {
  const { siteLanguage, timeZone } = env()
  return dateFormat(siteLanguage, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
}
