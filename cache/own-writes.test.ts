import { expect, test } from 'vitest'
import { createOwnWrites } from './own-writes.ts'
import { createTagClock } from './tag-clock.ts'
import { aForm, aFrontDoor, page } from './testing/front-door.ts'

/** A node whose one page shows what was changed, once the node has heard of it. */
async function aNode(catchUp?: () => Promise<unknown>) {
  const clock = createTagClock()
  let shows = 'before'
  let looks = 0
  const hear = async () => {
    looks += 1
    shows = 'after'
    clock.invalidate(['front'])
  }
  const { knock } = await aFrontDoor(
    (request, response) => {
      if (request.method === 'POST') return response.writeHead(303, { location: '/' }).end()
      response.writeHead(200, {
        'content-type': 'text/html',
        'cache-control': 's-maxage=60',
        'x-courant-tags': 'front',
      })
      response.end(page.replace('reopens', shows))
    },
    { clock, ownWrites: createOwnWrites({ secure: true, catchUp: catchUp ?? hear }) },
  )
  const cookieOfForm = async () => {
    const { headers } = await knock('/', { ...(await aForm({ text: 'Hello' })) })
    return String([headers['set-cookie']].flat()[0])
  }
  return { knock, cookieOfForm, looks: () => looks }
}

const sent = (cookie: string) => ({ headers: { cookie: `courant-order=best; ${cookie.split(';')[0]}` } })

test('who sent a form to another node is answered with what it changed, everybody else from the store', async () => {
  const [here, there] = [await aNode(), await aNode()]
  const cookie = await there.cookieOfForm()
  expect(cookie).toMatch(/^courant-wrote=[\w-]{12}; Path=\/; Max-Age=5; HttpOnly; SameSite=Lax; Secure$/)

  expect((await here.knock('/')).text).toContain('before')
  expect((await here.knock('/')).text).toContain('before')
  expect(here.looks()).toBe(0)
  expect((await here.knock('/', sent(cookie))).text).toContain('after')
  expect(here.looks()).toBe(1)
})

test('who sent it to this node is answered from the store: it knows of its own changes', async () => {
  const here = await aNode()
  await here.knock('/')
  const cookie = await here.cookieOfForm()

  expect((await here.knock('/', sent(cookie))).text).toContain('before')
  expect(here.looks()).toBe(0)
})

test('a node that cannot look answers with what it has', async () => {
  const here = await aNode(() => new Promise(() => {}))
  const { cookieOfForm } = await aNode()
  await here.knock('/')

  expect(await here.knock('/', sent(await cookieOfForm()))).toMatchObject({ status: 200 })
})

test('other cookies of an answer stay, and a form that was refused leaves no mark', () => {
  const { mark } = createOwnWrites({ secure: false, catchUp: async () => {} })
  const cookies = (status: number) => mark({ status, headers: { 'set-cookie': 'session=1' } }).headers['set-cookie']

  expect(cookies(303)).toEqual(['session=1', expect.stringMatching(/^courant-wrote=.*SameSite=Lax$/)])
  expect(cookies(400)).toBe('session=1')
})
