import { text } from 'node:stream/consumers'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import IsrHandler from './isr-handler.ts'
import { courant } from './slot.ts'
import handler from './use-cache-handler.ts'

afterEach(() => {
  vi.useRealTimers()
  courant().readings.clear()
  courant().pages.clear()
})

const month = 2_592_000

/** A reading as Next hands it over, begun now unless a moment is given. */
function reading(value: string, tags: string[], timestamp = courant().clock.now()) {
  const particulars = { tags, timestamp, stale: 300, revalidate: month, expire: 12 * month }
  return Promise.resolve({ ...particulars, value: new Blob([value]).stream() })
}

async function readBack(key: string, softTags: string[] = []) {
  const kept = await handler.get(key, softTags)
  return kept && text(kept.value)
}

test('a reading is kept, and read as often as one likes', async () => {
  await handler.set('k', reading('headline', ['article:1']))

  expect(await readBack('k')).toBe('headline')
  expect(await readBack('k')).toBe('headline')
  expect(await readBack('other')).toBeUndefined()
})

test('a reading is gone when one of its tags, or of the page around it, is invalidated', async () => {
  await handler.set('a', reading('headline', ['article:1']))
  await handler.set('b', reading('headline', []))
  courant().applyInvalidation(['article:1', '_N_T_/b'], 'now')

  expect(await readBack('a')).toBeUndefined()
  expect(await readBack('b', ['_N_T_/b'])).toBeUndefined()
  expect(await readBack('b')).toBe('headline')
})

test('a reading whose tag was invalidated while it went on is not kept', async () => {
  const begun = courant().clock.now()
  courant().applyInvalidation(['article:1'], 'now')
  await handler.set('k', reading('old headline', ['article:1'], begun))
  expect(await readBack('k')).toBeUndefined()

  await nextTurn()
  await handler.set('k', reading('new headline', ['article:1']))
  expect(await readBack('k')).toBe('new headline')
})

test('a page that began after an invalidation and took in a reading begun before it is not kept', async () => {
  const begun = courant().clock.now()
  courant().applyInvalidation(['article:1'], 'now')
  const page = new IsrHandler()
  await page.get('/joiner')
  await handler.set('k', reading('old headline', ['article:1'], begun))
  await page.set('/joiner', { kind: 'APP_PAGE', headers: { 'x-next-cache-tags': 'article:1' } })

  expect(courant().pages.has('/joiner')).toBe(false)
})

test('readings that overlap do not refuse each other without end', async () => {
  const [first, second] = [courant().clock.now(), courant().clock.now()]
  courant().applyInvalidation(['settings'], 'now')
  const third = courant().clock.now()
  await handler.set('first', reading('old', ['settings'], first))
  await handler.set('second', reading('old', ['settings'], second))
  await nextTurn()
  const fourth = courant().clock.now()
  await handler.set('third', reading('new, joined perhaps', ['settings'], third))
  await handler.set('fourth', reading('new', ['settings'], fourth))

  expect(await readBack('third')).toBeUndefined()
  expect(await readBack('fourth')).toBe('new')
})

test('who asks while a reading is being kept waits for it', async () => {
  const keeping = handler.set('k', reading('headline', []))
  expect(await readBack('k')).toBe('headline')
  await keeping
})

test('a reading that broke off half way is not kept, and who waits for it reads again', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Buffer.from('half'))
      controller.error(new Error('the database went away'))
    },
  })
  const { value: _, ...particulars } = await reading('', [])
  await handler.set('k', Promise.resolve({ ...particulars, value: broken }))

  expect(await readBack('k')).toBeUndefined()
})

test('a reading that fails before it began fails for its writer, not for those who ask', async () => {
  const failing = handler.set('k', Promise.reject(new Error('no connection')))
  const asked = readBack('k')

  await expect(failing).rejects.toThrow('no connection')
  expect(await asked).toBeUndefined()
})

test('a reading counts as absent from the moment that its until-tag names', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  await handler.set('k', reading('embargoed', [`until:${Date.now() + 60_000}`]))

  vi.advanceTimersByTime(59_999)
  expect(await readBack('k')).toBe('embargoed')
  vi.advanceTimersByTime(1)
  expect(await readBack('k')).toBeUndefined()
})

test('the store of readings stays within its bounds', async () => {
  const large = 'x'.repeat(4 * 2 ** 20)
  for (let i = 0; i < 20; i++) await handler.set(`k${i}`, reading(large, []))

  expect(courant().readings.calculatedSize).toBeLessThanOrEqual(64 * 2 ** 20)
  expect(await handler.get('k0', [])).toBeUndefined()
  expect(await handler.get('k19', [])).toBeDefined()
})

test('in development what is older than the last invalidation has expired, otherwise Next leaves that to us', async () => {
  courant().applyInvalidation(['front'], 'now')
  const { clock } = courant()
  vi.stubEnv('NODE_ENV', 'development')
  vi.resetModules()
  const { default: developing } = await import('./use-cache-handler.ts')
  vi.unstubAllEnvs()

  expect(await developing.getExpiration()).toBe(clock.lastInvalidation())
  expect(await handler.getExpiration()).toBe(Number.POSITIVE_INFINITY)
})
