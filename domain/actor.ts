export const ranks = ['member', 'moderator', 'editor', 'admin'] as const
export type Rank = (typeof ranks)[number]

/** A person who is signed in, as the database has them at this request. */
export type MemberActor = {
  id: string
  handle: string
  name: string
  rank: Rank
  /** The heaviest sanction in force now. */
  sanction: 'ban' | 'mute' | null
}

/** Anybody else: a reader without an account, a crawler, a guest who writes. */
export type Stranger = { id: null; rank: 'stranger'; sanction: null }

export type Actor = MemberActor | Stranger

export const stranger: Stranger = { id: null, rank: 'stranger', sanction: null }

export type Permission =
  | 'comment.post'
  | 'comment.post-as-guest'
  | 'comment.react'
  /** Where the paper lets everyone react. */
  | 'react-as-guest'
  | 'comment.report'
  | 'article.react'
  | 'account.change'
  /** To fold away, for oneself, what another member writes. */
  | 'member.ignore'
  | 'moderation.see'
  | 'comment.decide'
  | 'comment.pick'
  | 'member.sanction'
  | 'member.note'
  | 'block.change'
  | 'appeal.decide'
  | 'reason.change'
  | 'site.change'
  | 'filter.change'
  | 'newsroom.see'
  | 'article.write'
  | 'article.publish'
  | 'author.tie'
  | 'member.change-rank'
  | 'jobs.see'
  | 'job.retry'

const reading: Permission[] = ['comment.report']
const member: Permission[] = [
  ...reading,
  'comment.post',
  'comment.react',
  'article.react',
  'account.change',
  'member.ignore',
]
const moderating: Permission[] = [
  'moderation.see',
  'comment.decide',
  'comment.pick',
  'member.sanction',
  'member.note',
  'block.change',
  'filter.change',
  'appeal.decide',
]
/** An editor decides appeals where no other moderator can: `domain/appeal/whose-turn.ts`. */
const editing: Permission[] = [
  'newsroom.see',
  'article.write',
  'article.publish',
  'author.tie',
  'comment.pick',
  'appeal.decide',
]
const running: Permission[] = ['member.change-rank', 'reason.change', 'site.change', 'jobs.see', 'job.retry']

/** The whole table of who may do what. Ranks are sets, not a ladder: an editor does not moderate. */
export const permissions: Record<Rank | 'stranger', ReadonlySet<Permission>> = {
  stranger: new Set<Permission>([...reading, 'comment.post-as-guest', 'react-as-guest']),
  member: new Set(member),
  moderator: new Set([...member, ...moderating]),
  editor: new Set([...member, ...editing]),
  admin: new Set([...member, ...moderating, ...editing, ...running]),
}

/** What a mute takes away: speaking, and judging what others say. */
const ofTheConversation: ReadonlySet<Permission> = new Set([
  'comment.post',
  'comment.react',
  'article.react',
  'comment.report',
  'comment.decide',
  'comment.pick',
  'member.sanction',
  'block.change',
  'appeal.decide',
])

/** Whether the actor may do it at all. Acts ask before anything else. */
export function may(actor: Actor, permission: Permission) {
  if (actor.sanction === 'ban') return false
  if (actor.sanction === 'mute' && ofTheConversation.has(permission)) return false
  return permissions[actor.rank].has(permission)
}
