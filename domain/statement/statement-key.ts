import { equalHashes, keyedHash } from '@/lib/keyed-hash'
import { isId } from '@/lib/new-id'

/**
 * What lets a guest, who has no account, read one statement and appeal against what it states, and nothing else. Nothing
 * is stored for it, and it never ends: the decision that it names can be appealed against for a while only.
 */
export const statementKey = (decisionId: string) => `${decisionId}.${sign(decisionId)}`

/** Which statement an address names, and whether it says so by a letter's signed link; nothing for what is neither. */
export function readStatementKey(key: string) {
  const [decisionId = '', signature, ...more] = key.split('.')
  if (!isId(decisionId) || more.length > 0) return
  if (signature === undefined) return { decisionId, isSigned: false }
  return equalHashes(signature, sign(decisionId)) ? { decisionId, isSigned: true } : undefined
}

const sign = (decisionId: string) => keyedHash('statement', decisionId)
