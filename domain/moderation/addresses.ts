import { nextPath } from '@/lib/next-path'
import { saidAnchor } from '../said-anchor'
import type { QueueQuestion } from './queue-question'
import { placeText, usualOrder } from './queue-tabs'
import type { SearchDeskQuestion } from './search-desk-question'

export const deskPath = '/moderation'

/** Where admins make the reasons and house rules, and moderators read them. */
export const rulesDeskPath = `${deskPath}/rules`

/** Reactions that are not counted, since they look like one person's. */
export const reactionsDeskPath = `${deskPath}/reactions`

/** What is set for all conversations. */
export const conversationsPath = `${deskPath}/conversations`

/** What is set for one article's conversation. */
export const conversationPath = (slug: string) => `${deskPath}/articles/${slug}`

export const afterConversationChange = (slug: string, at: Date) => `${conversationPath(slug)}${changedAt(at)}`

export const afterSettingsChange = (at: Date) => `${conversationsPath}${changedAt(at)}`

/** The page says that it is saved, and its forms begin anew. */
const changedAt = (at: Date) => `?at=${at.getTime()}#${saidAnchor}`

/** How much is in each tab of the queue now. */
export const deskCountsPath = '/api/desk-counts'

/** Comments by their words, writer, standing and date. */
export const searchDeskPath = `${deskPath}/search`

/** Back to the reasons, which say what was done. The moment makes each change's forms begin anew. */
export const afterChange = (done: string, code: string, at: Date) =>
  `${rulesDeskPath}?${new URLSearchParams({ done, about: code, at: String(at.getTime()) })}#${saidAnchor}`

export const reasonAnchor = (code: string) => `reason-${code}`

/** The house rule of a reason, where readers find it. */
export const rulePath = (code: string) => `/rules#${ruleAnchor(code)}`

export const ruleAnchor = (code: string) => `rule-${code}`

export const queueItemAnchor = (commentId: string) => `queue-${commentId}`

/** A comment in its thread, with its history and all that can be done about it. */
export const casePath = (commentId: string) => `${deskPath}/comments/${commentId}`

export function queuePath({
  tab,
  section,
  article,
  why,
  who,
  age,
  order,
  after,
}: Partial<QueueQuestion> & Pick<QueueQuestion, 'tab'>) {
  const said = {
    tab: tab === 'held' ? undefined : tab,
    ...{ section, article, why, who, age },
    order: order === usualOrder(tab) ? undefined : order,
    after: after && order !== 'risk' ? placeText(after) : undefined,
  }
  const given = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const query = new URLSearchParams(given).toString()
  return query ? `${deskPath}?${query}` : deskPath
}

export function searchDeskPathOf({ q, author, standing, from, until, after }: SearchDeskQuestion) {
  const said = { q, author, standing, from, until, after: after && placeText(after) }
  const given = Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `${searchDeskPath}?${new URLSearchParams(given)}`
}

/** Of what was left in one go the address names so many. */
export const mostLeftNamed = 20

/** Back to where something was decided about many; the page says there what was done, and what was left. */
export function afterAct(back: string | undefined, act: string, left: { commentId: string; refusal: string }[]) {
  const url = deskUrl(back)
  url.searchParams.set('act', act)
  for (const { commentId, refusal } of left.slice(0, mostLeftNamed))
    url.searchParams.append('left', `${refusal}.${commentId}`)
  if (left.length > mostLeftNamed) url.searchParams.set('more', String(left.length - mostLeftNamed))
  return `${url.pathname}${url.search}#${saidAnchor}`
}

/** Back to where a decision was made; the page says there what was done about the comment, before the next one. */
export function afterDecision(back: string | undefined, about: string, next: string | undefined) {
  const url = deskUrl(back)
  url.searchParams.set('about', about)
  if (next) url.searchParams.set('next', next)
  return `${url.pathname}${url.search}#${saidAnchor}`
}

/** No form leads away from the desk, and what was said before is not said again. */
function deskUrl(back: string | undefined) {
  const place = nextPath(back)
  const url = new URL(place && /^\/moderation(?=[/?#]|$)/.test(place) ? place : deskPath, 'http://here.invalid')
  for (const said of ['about', 'next', 'act', 'left', 'more']) url.searchParams.delete(said)
  return url
}
