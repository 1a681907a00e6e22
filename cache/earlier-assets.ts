import { readdirSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Answer } from './held-response.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
}

/** Names with their hash: what has such an address never changes. */
const asset = /^\/_next\/static\/((?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*)$/

export type FindEarlierAsset = (path: string) => Promise<Answer | undefined>

/**
 * The files of builds before this one, which stay in folders beside it: readers have pages open that name them.
 */
export function createEarlierAssets(root: string, current: string): FindEarlierAsset {
  const earlier = readdirSync(root).filter((name) => /^\.next-[0-9a-f]{16}$/.test(name) && name !== current)

  return async (path) => {
    const [, name = ''] = asset.exec(path) ?? []
    const type = types[extname(name)]
    if (!type || earlier.length === 0 || (await isThere(join(root, current, 'static', name)))) return undefined
    for (const build of earlier) {
      const body = await readFile(join(root, build, 'static', name)).catch(() => undefined)
      if (body) return { status: 200, headers: { 'content-type': type, 'cache-control': forGood }, body }
    }
    return undefined
  }
}

const forGood = 'public, max-age=31536000, immutable'

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
