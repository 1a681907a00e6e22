import { afterEach, expect, test, vi } from 'vitest'
import IsrHandler, { begunHeader, tagsHeader } from './isr-handler.ts'
import { courant } from './slot.ts'

afterEach(() => {
  vi.useRealTimers()
  courant().pages.clear()
})

const pageWith = (tags: string, html = '<p>Bridge reopens</p>') => ({
  kind: 'APP_PAGE',
  html,
  status: 200,
  headers: { 'x-next-cache-tags': tags },
})

const forever = { cacheControl: { revalidate: 2_592_000 } }

test('a page that was drawn is served to the next request', async () => {
  const drawing = new IsrHandler()
  expect(await drawing.get('/a')).toBeNull()
  await drawing.set('/a', pageWith('article:1'), forever)

  expect(await new IsrHandler().get('/a')).toMatchObject({ value: { html: '<p>Bridge reopens</p>' } })
})

test('a page is gone when one of its tags is invalidated', async () => {
  const drawing = new IsrHandler()
  await drawing.get('/a')
  await drawing.set('/a', pageWith('front,article:1'), forever)
  courant().applyInvalidation(['article:1'], 'now')

  expect(await new IsrHandler().get('/a')).toBeNull()
})

test('a page whose comment was hidden while it was being drawn is not kept', async () => {
  const drawing = new IsrHandler()
  await drawing.get('/a')
  courant().applyInvalidation(['comments:1'], 'now')
  await drawing.set('/a', pageWith('comments:1'), forever)
  expect(await new IsrHandler().get('/a')).toBeNull()

  const next = new IsrHandler()
  await next.get('/a')
  await next.set('/a', pageWith('comments:1'), forever)
  expect(await new IsrHandler().get('/a')).not.toBeNull()
})

test('two drawings of one page: the one that began too early does not take the place of the other', async () => {
  const [early, late] = [new IsrHandler(), new IsrHandler()]
  await early.get('/a')
  courant().applyInvalidation(['comments:1'], 'now')
  await late.get('/a')
  await late.set('/a', pageWith('comments:1', 'after'), forever)
  await early.set('/a', pageWith('comments:1', 'before'), forever)

  expect(await new IsrHandler().get('/a')).toMatchObject({ value: { html: 'after' } })
})

test('the tag of a status makes the status, and the page tells the server its tags and its beginning', async () => {
  const page = pageWith('slug:x,status:410')
  const drawing = new IsrHandler()
  await drawing.get('/a')
  await drawing.set('/a', page, forever)

  expect(page).toMatchObject({ status: 410, headers: { [tagsHeader]: 'slug:x,status:410' } })
  expect(page.headers).toHaveProperty(begunHeader)
  const plain = pageWith('slug:x,status:teapot')
  await drawing.set('/b', plain, forever)
  expect(plain.status).toBe(200)
})

test('a page counts as absent from the moment that its earliest until-tag names', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const drawing = new IsrHandler()
  await drawing.get('/a')
  await drawing.set('/a', pageWith(`until:${Date.now() + 90_000},until:${Date.now() + 60_000}`), forever)

  vi.advanceTimersByTime(59_999)
  expect(await new IsrHandler().get('/a')).not.toBeNull()
  vi.advanceTimersByTime(1)
  expect(await new IsrHandler().get('/a')).toBeNull()
})

test('a page whose time to be drawn anew has come is not served once more', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const drawing = new IsrHandler()
  await drawing.get('/a')
  await drawing.set('/a', pageWith('front'), { cacheControl: { revalidate: 60 } })

  vi.advanceTimersByTime(61_000)
  expect(await new IsrHandler().get('/a')).toBeNull()
})

test('however many addresses a crawler tries, the store stays within its bounds', async () => {
  const html = 'x'.repeat(2 ** 18)
  for (let page = 0; page < 80; page++) {
    const drawing = new IsrHandler()
    await drawing.get(`/${page}`)
    await drawing.set(`/${page}`, pageWith('front', html), forever)
  }
  expect(courant().pages.calculatedSize).toBeLessThanOrEqual(16 * 2 ** 20)
  expect(await new IsrHandler().get('/79')).not.toBeNull()
  expect(await new IsrHandler().get('/0')).toBeNull()
})

test('what is neither a page nor a route, and what Next takes back, is not kept', async () => {
  const drawing = new IsrHandler()
  await drawing.set('/a', { kind: 'FETCH' }, forever)
  await drawing.set('/b', null)

  expect(courant().pages.size).toBe(0)
})

test('a build keeps nothing', async () => {
  vi.stubEnv('NEXT_PHASE', 'phase-production-build')
  vi.resetModules()
  const { default: BuildHandler } = await import('./isr-handler.ts')
  vi.unstubAllEnvs()
  const drawing = new BuildHandler()
  await drawing.get('/a')
  await drawing.set('/a', pageWith('front'), forever)

  expect(courant().pages.size).toBe(0)
})

test('a form on a page that is finished at each request is drawn from the start, and others from what is kept', async () => {
  const drawing = new IsrHandler()
  await drawing.get('/sign-in')
  await drawing.set('/sign-in', { ...pageWith(''), postponed: 'the rest' }, forever)
  await drawing.get('/a')
  await drawing.set('/a', pageWith(''), forever)

  const sent = { _requestHeaders: { 'content-type': 'multipart/form-data; boundary=x' } }
  expect(await new IsrHandler(sent).get('/sign-in')).toBeNull()
  expect(await new IsrHandler().get('/sign-in')).not.toBeNull()
  expect(await new IsrHandler(sent).get('/a')).not.toBeNull()
})
