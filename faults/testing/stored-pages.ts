import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { z } from 'zod'

const header = z.object({ path: z.string(), master: z.enum(['br', 'identity']) })

/** The pages that a node keeps on disk, readable. */
export async function readStoredPages(dataFolder: string) {
  const folder = join(dataFolder, 'pages')
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const pages = files.filter((file) => file.isFile() && /^[0-9a-f]{40}$/.test(file.name))
  return Promise.all(
    pages.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name))
      const split = bytes.indexOf('\n')
      const head = bytes.subarray(0, split).toString()
      const { path, master } = header.parse(JSON.parse(head))
      const body = bytes.subarray(split + 1)
      return { path, head, body: (master === 'br' ? brotliDecompressSync(body) : body).toString() }
    }),
  )
}
