// Lets plain Node load the site's TypeScript: `@/…` means the project's root, and a
// project file may leave out `.ts`. Node takes the types out by itself.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

registerHooks({
  resolve(specifier, context, nextResolve) {
    const target = projectFile(specifier, context.parentURL)
    return nextResolve(target ?? specifier, context)
  },
})

/** Only between the project's own files: what a build wrote finds its parts by itself. */
function projectFile(specifier, parent) {
  const own = specifier.startsWith('@/')
  if (!own && !(specifier.startsWith('.') && isSource(parent))) return
  const base = own ? new URL(specifier.slice(2), root) : new URL(specifier, parent)
  const found = [`${base.href}.ts`, `${base.href}/index.ts`].find((file) => existsSync(fileURLToPath(file)))
  return found ?? (own ? base.href : undefined)
}

function isSource(url) {
  return url?.startsWith(root.href) && !/^(node_modules|\.)/.test(url.slice(root.href.length))
}
