import { once } from 'node:events'
import { type EndTag, SAXParser, type StartTag } from 'parse5-sax-parser'

/** Where something stands in a page, in characters from its beginning. */
type Part = { from: number; to: number }

/** The parts that the framework needs and a reader does not, or what about the page is not known. */
type Found = { parts: Part[] } | { unknown: string }

/**
 * Finds what Next writes into a page for its scripts: the scripts, what fetches them beforehand, the data that the page
 * is drawn from a second time, and React's marks. What else there is of scripts is not known, and neither is a page
 * that breaks off or has parts that a script would put in their place later.
 */
export async function findFrameworkParts(html: string): Promise<Found> {
  const reader = new TagReader()
  const parts: Part[] = []
  let unknown = wholePage.test(html) ? undefined : 'it is not whole'
  let script: StartTag | undefined
  const take = (from: Located, to = from) => parts.push({ from: startOf(from), to: endOf(to) })
  const wonder = (what: string) => {
    unknown ??= what
  }

  reader.on('startTag', (tag) => {
    if (script) wonder('a tag within a script')
    if (tag.tagName === 'script') script = tag
    if (fetchesScript(tag)) take(tag)
  })
  reader.on('endTag', (tag) => {
    if (!script || tag.tagName !== 'script') return
    const text = html.slice(endOf(script), startOf(tag))
    if (isOfFramework(script, text)) take(script, tag)
    else if (!isOurs(script)) wonder(`a script: ${html.slice(startOf(script), startOf(script) + 120)}`)
    script = undefined
  })
  reader.on('comment', (comment) => {
    if (marks.has(comment.text)) take(comment)
    else if (latePart.test(comment.text)) wonder('a part that comes late')
  })
  reader.end(html)
  await once(reader, 'finish')
  if (script) wonder('a script without an end')
  return unknown === undefined ? { parts } : { unknown }
}

/** The text without these parts, which are in order. */
export function withoutParts(text: string, parts: readonly Part[]) {
  const kept = parts.map(({ from }, i) => text.slice(parts[i - 1]?.to ?? 0, from))
  return kept.join('') + text.slice(parts.at(-1)?.to ?? 0)
}

/** Tells of tags and comments. Text is most of a page, takes half of the time, and is looked up in the page itself. */
class TagReader extends SAXParser {
  constructor() {
    super({ sourceCodeLocationInfo: true })
  }

  override onCharacter() {}
  override onWhitespaceCharacter() {}
  override onNullCharacter() {}
}

const wholePage = /^\s*<!doctype html>[\s\S]*<\/html>\s*$/i

type Located = Pick<StartTag | EndTag, 'sourceCodeLocation'>
const startOf = ({ sourceCodeLocation }: Located) => sourceCodeLocation?.startOffset ?? 0
const endOf = ({ sourceCodeLocation }: Located) => sourceCodeLocation?.endOffset ?? 0

const read = ({ attrs }: StartTag, name: string) => attrs.find((attribute) => attribute.name === name)?.value

const frameworkFile = /^\/_next\/static\/[^?#]+\.js(\?|$)/
const frameworkData = /^(\(?self\.__next_f\b|\(globalThis\["TURBOPACK"\])/

function isOfFramework(script: StartTag, text: string) {
  const file = read(script, 'src')
  return file === undefined ? frameworkData.test(text) && read(script, 'type') === undefined : frameworkFile.test(file)
}

/** Data, which browsers run nothing of, and the module of `enhance/`. */
const isOurs = (script: StartTag) =>
  read(script, 'type') === 'application/ld+json' || isEnhancement(read(script, 'src'))
const isEnhancement = (address = '') => address.startsWith('/enhance/')

function fetchesScript(tag: StartTag) {
  if (tag.tagName !== 'link' || isEnhancement(read(tag, 'href'))) return false
  const kind = read(tag, 'rel')
  return kind === 'modulepreload' || (kind === 'preload' && read(tag, 'as') === 'script')
}

/** By which React finds its place again: texts that touch, boundaries that are complete, a form's state. */
const marks = new Set([' ', '$', '/$', '&', '/&', 'F', 'F!'])
/** A boundary whose content is not there, or has failed. */
const latePart = /^\$[?!~]/
