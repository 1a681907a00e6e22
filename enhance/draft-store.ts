/**
 * What was typed under an article and not sent. With it its form's one-time key, so that it is stored once if it was sent
 * after all; `isSent` from the moment at which the browser sends it itself.
 */
type Draft = { text: string; key?: string; isSent?: boolean }
type KeptDraft = Draft & { at: number }

const week = 7 * 24 * 60 * 60 * 1000
const prefix = 'courant-draft:'

export const draftKey = (articleId: string, parentId = '') => `${prefix}${articleId}:${parentId}`

/** Where a browser keeps nothing, or no more, drafts are not kept, and that is all. */
export function createDraftStore(open: () => Storage, now = Date.now) {
  function attempt<Value>(work: (storage: Storage) => Value) {
    try {
      return work(open())
    } catch {
      return undefined
    }
  }

  const forget = (key: string) => attempt((storage) => storage.removeItem(key))

  function find(key: string) {
    const kept = attempt((storage) => JSON.parse(storage.getItem(key) ?? 'null') as KeptDraft | null)
    return kept && now() - kept.at < week ? kept : undefined
  }

  function keep(key: string, draft: Draft) {
    if (draft.text.trim() === '') return forget(key)
    return attempt((storage) => storage.setItem(key, JSON.stringify({ ...draft, at: now() } satisfies KeptDraft)))
  }

  /** Drops what was typed more than a week ago, under whatever article. */
  function tidy() {
    const kept = attempt((storage) => Object.keys(storage)) ?? []
    for (const key of kept) if (key.startsWith(prefix) && !find(key)) forget(key)
  }

  return { find, keep, forget, tidy }
}
