import { Parser } from 'htmlparser2'

/** Where something stands in a page, in characters from its beginning, and what is put there instead, if anything. */
type Part = { from: number; to: number; instead?: string }

/** The parts that the framework needs and a reader does not, or what about the page is not known. */
type Found = { parts: Part[] } | { unknown: string }

/**
 * Finds what Next writes into a page for its scripts: the scripts, what fetches them beforehand, the data that the page
 * is drawn from a second time, and React's marks. What else there is of scripts is not known, and neither is a page
 * that breaks off or has parts that a script would put in their place later. A file of styles is put into the page where
 * `styleOf` knows what is in it.
 */
export function findFrameworkParts(
  html: string,
  styleOf: (address: string) => string | undefined = () => undefined,
): Found {
  const parts: Part[] = []
  let unknown = wholePage(html) ? undefined : 'it is not whole'
  let script: Tag | undefined
  const wonder = (what: string) => {
    unknown ??= what
  }

  /** Where it is now. Behind a closing tag that has a space in it, the parser begins one letter too early, with its `>`. */
  const here = (): Part => ({ from: html.indexOf('<', parser.startIndex), to: parser.endIndex + 1 })
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = { attributes, ...here() }
        if (script) wonder('a tag within a script')
        if (name === 'script') script = tag
        if (fetchesScript(name, tag)) parts.push(here())
        const style = name === 'link' && attributes.rel === 'stylesheet' && styleOf(attributes.href ?? '')
        if (style) parts.push({ ...here(), instead: `<style>${style}</style>` })
      },
      onclosetag(name, isImplied) {
        if (!script || name !== 'script') return
        if (isImplied) return wonder('a script without an end')
        const text = html.slice(script.to, parser.startIndex)
        if (isOfFramework(script, text)) parts.push({ from: script.from, to: html.indexOf('>', parser.startIndex) + 1 })
        else if (!isOurs(script)) wonder(`a script: ${html.slice(script.from, script.from + 120)}`)
        script = undefined
      },
      oncomment(text) {
        if (marks.has(text)) parts.push(here())
        else if (latePart.test(text)) wonder('a part that comes late')
      },
    },
    { decodeEntities: false, recognizeSelfClosing: false },
  )
  parser.end(html)
  return unknown === undefined ? { parts } : { unknown }
}

/** The text without these parts, which are in order. */
export function withoutParts(text: string, parts: readonly Part[]) {
  const kept = parts.map(({ from, instead = '' }, i) => text.slice(parts[i - 1]?.to ?? 0, from) + instead)
  return kept.join('') + text.slice(parts.at(-1)?.to ?? 0)
}

const wholePage = (html: string) => /^\s*<!doctype html>/i.test(html) && /<\/html>\s*$/i.test(html.slice(-100))

type Tag = Part & { attributes: Record<string, string> }

const frameworkFile = /^\/_next\/static\/[^?#]+\.js(\?|$)/
const frameworkData = /^(\(?self\.__next_f\b|\(globalThis\["TURBOPACK"\])/

function isOfFramework({ attributes: { src: file, type } }: Tag, text: string) {
  return file === undefined ? frameworkData.test(text) && type === undefined : frameworkFile.test(file)
}

/** Data, which browsers run nothing of, and the module of `enhance/`. */
const isOurs = ({ attributes: { src, type } }: Tag) => type === 'application/ld+json' || isEnhancement(src)
const isEnhancement = (address = '') => address.startsWith('/enhance/')

function fetchesScript(name: string, { attributes: { rel, as, href } }: Tag) {
  if (name !== 'link' || isEnhancement(href)) return false
  return rel === 'modulepreload' || (rel === 'preload' && as === 'script')
}

/** By which React finds its place again: texts that touch, boundaries that are complete, a form's state. */
const marks = new Set([' ', '$', '/$', '&', '/&', 'F', 'F!'])
/** A boundary whose content is not there, or has failed. */
const latePart = /^\$[?!~]/
