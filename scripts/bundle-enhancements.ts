import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')

/** Below a build's folder: the one file of `enhance/` that its documents name. */
export const enhancementsFolder = 'enhance'

/** The script of the documents as one module, and the address that its content gives it. */
export async function bundleEnhancements({ minify = true } = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'enhance/main.ts')],
    bundle: true,
    minify,
    write: false,
    format: 'esm',
    // What the last two years' browsers run; others read the documents as they are.
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
  })
  const code = Buffer.concat(outputFiles.map(({ contents }) => contents))
  const file = `${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`
  return { file, address: `/enhance/${file}`, code }
}

/** The address of the module that a finished build brought with it. */
export function findEnhancements(folder: string) {
  const [file] = readdirSync(join(root, folder, enhancementsFolder))
  if (!file) throw new Error(`${folder} has no script for the documents`)
  return `/enhance/${file}`
}
