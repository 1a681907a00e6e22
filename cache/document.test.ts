import { expect, test } from 'vitest'
import { aForm, aFrontDoor, answering, emptyPage } from './testing/front-door.ts'

const script = '<script>self.__next_f.push([1,"a"])</script>'
const text = '<p>Bridge reopens</p>'
const pageOf = (body: string) => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`
const [drawn, document] = [pageOf(`${text}${script}`), pageOf(text)]
const stored = { 'cache-control': 's-maxage=60' }

test.each(['/', '/articles/a', '/search?q=a', '/sign-in', '/articles/a/discussion', '/comments/a/report'])(
  '%s is a document, stored or not, and so is the answer to its form',
  async (path) => {
    const forEveryone = await aFrontDoor(answering(200, drawn, stored))
    const forOne = await aFrontDoor(answering(200, drawn))

    expect((await forEveryone.knock(path)).text).toBe(document)
    expect((await forEveryone.knock(path)).text).toBe(document)
    expect((await forOne.knock(path)).text).toBe(document)
    expect((await forOne.knock(path, await aForm({ text: 'typed' }))).text).toBe(document)
  },
)

test.each([404, 403, 410])('a page that says %i is a document too, at the desks as well', async (status) => {
  const { knock } = await aFrontDoor(answering(status, drawn))

  expect(await knock('/articles/a')).toMatchObject({ status, text: document })
  expect(await knock('/moderation')).toMatchObject({ status, text: document })
})

test.each(['/moderation', '/newsroom/articles/new', '/account'])('%s keeps React', async (path) => {
  const { knock } = await aFrontDoor(answering(200, drawn))

  expect((await knock(path)).text).toBe(drawn)
  expect((await knock(path, await aForm({ text: 'typed' }))).text).toBe(drawn)
})

test('in development every page keeps it', async () => {
  const { knock } = await aFrontDoor(answering(200, drawn), { dev: true })

  expect((await knock('/')).text).toBe(drawn)
})

test('a page with a script that nobody knows goes out as Next wrote it', async () => {
  const strange = pageOf(`${text}${script}<script>$RC("B:0","S:0")</script>`)
  const { knock } = await aFrontDoor(answering(200, strange, stored))

  expect((await knock('/')).text).toBe(strange)
})

test('what is no page goes out as it is', async () => {
  const { knock } = await aFrontDoor(answering(200, drawn, { ...stored, 'content-type': 'application/xml' }))

  expect((await knock('/feed.xml')).text).toBe(drawn)
})

test('a page that waits for scripts is still replaced by ours', async () => {
  const { knock } = await aFrontDoor(answering(404, emptyPage.replace('</body>', `${script}</body>`)))

  expect((await knock('/articles/a')).text).toContain('<h1>Page not found</h1>')
})

test('nothing of a script is fetched before by a header either, and nothing is told twice', async () => {
  const font = '</_next/static/media/a.woff2>; rel=preload; as="font"; crossorigin=""'
  const scripts = '</_next/a.js>; rel=preload; as="script", </_next/b.js>; rel=modulepreload'
  const told = await aFrontDoor((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.setHeader('link', [`${font}, ${scripts}`, font])
    response.end(drawn)
  })
  const untold = await aFrontDoor(answering(200, drawn, { link: scripts }))

  expect((await told.knock('/')).headers.link).toBe(font)
  expect((await untold.knock('/')).headers).not.toHaveProperty('link')
})
