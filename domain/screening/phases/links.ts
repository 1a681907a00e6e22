import { type Facts, isNew } from '../facts'
import type { Finding } from '../finding'

/**
 * Many links are read first; those to allowed domains do not count. So are those that a new account puts into a comment that
 * stands already: posting asks it for a confirmation code, and a change must not be the way round that.
 */
export function findLinks(facts: Facts): Finding | undefined {
  const { linksBefore } = facts.comment
  const links = facts.comment.links.filter(({ known }) => known !== 'allowed')
  const most = facts.settings.mostLinks
  if (links.length > most) return { because: 'links', links: links.length, most }
  const isEditedIn = linksBefore !== null && links.some(({ address }) => !linksBefore.includes(address))
  if (isEditedIn && isNew(facts)) return { because: 'links', links: links.length, most, editedIn: true }
}
