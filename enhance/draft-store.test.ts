import { expect, test } from 'vitest'
import { createDraftStore, draftKey } from './draft-store'

const hour = 60 * 60 * 1000

/** As a browser's storage: what is kept are its own properties. */
function aStorage(kept: Record<string, string> = {}) {
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void Object.assign(kept, { [key]: value }),
    removeItem: (key: string) => void Reflect.deleteProperty(kept, key),
  }
  return Object.setPrototypeOf(kept, methods) as Storage
}

test('what was typed under an article is found there, and not under another comment', () => {
  const store = createDraftStore(() => storage)
  const storage = aStorage()
  store.keep(draftKey('a'), { text: 'About time.', key: 'k' })

  expect(store.find(draftKey('a'))).toMatchObject({ text: 'About time.', key: 'k' })
  expect(store.find(draftKey('a', 'b'))).toBeUndefined()
  store.forget(draftKey('a'))
  expect(store.find(draftKey('a'))).toBeUndefined()
})

test('an empty text is no draft', () => {
  const storage = aStorage()
  const store = createDraftStore(() => storage)
  store.keep('courant-draft:a:', { text: 'Once' })
  store.keep('courant-draft:a:', { text: ' \n' })
  expect(Object.keys(storage)).toEqual([])
})

test('after a week a draft is gone, and nothing of others is touched', () => {
  const storage = aStorage({ theirs: 'x' })
  let now = 0
  const store = createDraftStore(
    () => storage,
    () => now,
  )
  store.keep('courant-draft:a:', { text: 'Old' })
  now = 7 * 24 * hour - 1
  expect(store.find('courant-draft:a:')?.text).toBe('Old')
  now += 1
  store.tidy()
  expect(Object.keys(storage)).toEqual(['theirs'])
})

test('a browser that keeps nothing, or has no room, is no fault', () => {
  const closed = createDraftStore(() => {
    throw new Error('SecurityError')
  })
  closed.keep('courant-draft:a:', { text: 'Typed' })
  closed.tidy()
  expect(closed.find('courant-draft:a:')).toBeUndefined()

  const broken = createDraftStore(() => aStorage({ 'courant-draft:a:': '{' }))
  expect(broken.find('courant-draft:a:')).toBeUndefined()
})
