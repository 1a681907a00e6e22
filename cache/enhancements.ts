import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chooseEncoding, encode } from './encoding.ts'
import type { Answer } from './held-response.ts'
import type { Visit } from './visit.ts'

const folder = 'enhance'
const path = /^\/enhance\/([0-9a-f]{16}\.js)$/

export type FindEnhancements = (visit: Pick<Visit, 'path' | 'request'>) => Promise<Answer | undefined>

/**
 * The documents' script, of this build and of those before it: readers have pages open that name them. Each is
 * compressed once, as small as it gets.
 */
export function createEnhancements(root: string): FindEnhancements {
  const files = new Map(findFiles(root))
  const made = new Map<string, Promise<Buffer>>()

  return async ({ path: asked, request }) => {
    const [, name = ''] = path.exec(asked) ?? []
    const file = files.get(name)
    if (!file) return undefined
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    const key = `${encoding} ${name}`
    const body = made.get(key) ?? readFile(file).then((code) => encode(code, encoding, 'best'))
    made.set(key, body)
    return scriptAnswer(await body, forGood, encoding)
  }
}

/** In development it is made anew each time that it is asked for, under one address. */
export function createChangingEnhancements(bundle: () => Promise<Buffer>): FindEnhancements {
  return async ({ path: asked }) => (asked === changingModule ? scriptAnswer(await bundle(), 'no-store') : undefined)
}

export const changingModule = '/enhance/changing.js'

const forGood = 'public, max-age=31536000, immutable'

function scriptAnswer(body: Buffer, caching: string, encoding = 'identity'): Answer {
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': caching,
    vary: 'Accept-Encoding',
  }
  return {
    status: 200,
    headers: encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding },
    body,
  }
}

function findFiles(root: string) {
  const builds = readdirSync(root).filter((name) => /^\.next-[0-9a-f]{16}$/.test(name))
  return builds.flatMap((build) =>
    namesIn(join(root, build, folder)).map((name) => [name, join(root, build, folder, name)] as const),
  )
}

function namesIn(place: string) {
  try {
    return readdirSync(place)
  } catch {
    return []
  }
}
