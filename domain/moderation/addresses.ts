import { nextPath } from '@/lib/next-path'
import { saidAnchor } from '../said-anchor'
import type { QueueQuestion } from './queue-question'

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
  why,
  section,
  article,
  page = 1,
}: Partial<QueueQuestion> & Pick<QueueQuestion, 'tab'>) {
  const query = new URLSearchParams({
    ...(tab === 'held' ? {} : { tab }),
    ...(section ? { section } : {}),
    ...(article ? { article } : {}),
    ...(why ? { why } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString()
  return query ? `${deskPath}?${query}` : deskPath
}

/** Back to where a decision was made; the page says there what was done about the comment, before the next one. */
export function afterDecision(back: string | undefined, about: string, next: string | undefined) {
  const place = nextPath(back)
  const url = new URL(place && /^\/moderation(?=[/?#]|$)/.test(place) ? place : deskPath, 'http://here.invalid')
  url.searchParams.set('about', about)
  url.searchParams.delete('next')
  if (next) url.searchParams.set('next', next)
  return `${url.pathname}${url.search}#${saidAnchor}`
}
