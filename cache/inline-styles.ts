import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of styles as it stands in a page, and by which hash a policy allows it there. */
export type InlineStyle = { text: string; hash: string }

export type FindStyle = (address: string) => InlineStyle | undefined

const folder = '/_next/static/chunks/'

/** The styles of a build by their addresses. Those that could not stand in a page are left out. */
export function createInlineStyles(root: string, build: string): FindStyle {
  const files = join(root, build, 'static/chunks')
  const names = readdirSync(files).filter((name) => name.endsWith('.css'))
  const styles = new Map(names.map((name) => [folder + name, inlineStyle(readFileSync(join(files, name), 'utf8'))]))
  return (address) => styles.get(address)
}

/** With addresses that hold in any page, where those in a file are told from that file. */
export function inlineStyle(css: string): InlineStyle | undefined {
  const text = css.replaceAll(/\burl\((["']?)(\.\.?\/[^"')]+)\1\)/g, (_, quote: string, address: string) => {
    return `url(${quote}${new URL(folder + address, 'http://here').pathname}${quote})`
  })
  if (/<\/style|\r|@import\b/i.test(text) || /\burl\((?!["']?(\/|data:|#))/.test(text)) return undefined
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}
