import { deskPath } from '../moderation/addresses'
import { saidAnchor } from '../said-anchor'

/** Where appeals are decided. */
export const appealsDeskPath = `${deskPath}/appeals`

export const afterAppeal = (outcome: 'upheld' | 'overturned', id: string) =>
  `${appealsDeskPath}?${new URLSearchParams({ done: outcome, about: id })}#${saidAnchor}`
