import type { Element } from 'hast'
import type { Draft } from './block-ids'
import { bodyLimits } from './body-limits'
import { classesOf, property, rawText } from './element'
import { articleHref, pictureSource, webHref } from './href'
import { run, storableText } from './inline'
import { mediaIdIn } from './picture'

export function readImage(element: Element): Draft[] {
  const alt = storableText(property(element, 'alt') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, bodyLimits.text)
  if (classesOf(element).some((name) => name === 'emoji' || name === 'wp-smiley')) {
    return alt === '' ? [] : [{ type: 'paragraph', content: [run(alt)] }]
  }
  const src = pictureSource(property(element, 'src') ?? '')
  const [width, height] = [pixels(element, 'width'), pixels(element, 'height')]
  if (!src || (width === 1 && height === 1)) return []
  const mediaId = mediaIdIn(src)
  const picture = mediaId ? { mediaId } : { src }
  return [{ type: 'image', picture, alt, ...(width && height && { width, height }) }]
}

function pixels(element: Element, name: 'width' | 'height') {
  const value = property(element, name) ?? ''
  return /^[1-9]\d{0,4}(?:px)?$/.test(value) ? Number.parseInt(value, 10) : undefined
}

/** What plays from elsewhere becomes a link to it. */
export function readEmbed(element: Element): Draft[] {
  const source = element.children.find((child) => child.type === 'element' && child.tagName === 'source')
  const src = property(element, 'src') ?? (source?.type === 'element' ? property(source, 'src') : undefined)
  const url = webHref(src ?? '')
  if (!url) return []
  const title = storableText(property(element, 'title') ?? '').trim() || new URL(url).hostname
  return [{ type: 'embed', url, title: title.slice(0, bodyLimits.text) }]
}

/** A paragraph of the class `embed` holds one link; undefined where it does not. */
export function readLinkedEmbed(element: Element): Draft[] | undefined {
  const links = element.children.filter((child) => child.type === 'element')
  const link = links[0]
  if (links.length !== 1 || link?.tagName !== 'a') return undefined
  const url = articleHref(property(link, 'href') ?? '')
  const title = storableText(rawText(link)).replace(/\s+/g, ' ').trim()
  return url && title ? [{ type: 'embed', url, title }] : undefined
}

/** Preformatted text keeps its white space; the language is the class that highlighters use. */
export function readCode(element: Element): Draft[] {
  const text = storableText(rawText(element).replace(/\r\n?/g, '\n')).replace(/^\n|\n+$/g, '')
  if (text.trim() === '') return []
  const code = element.children.find((child) => child.type === 'element')
  const classes = code?.type === 'element' ? classesOf(code) : []
  const language = classes.find((name) => name.startsWith('language-'))?.slice('language-'.length)
  if (language === 'unknown-block') return [{ type: 'unknown', was: text }]
  const cut = text.match(new RegExp(`[^]{1,${bodyLimits.text - 1}}`, 'gu')) ?? []
  return cut.map((part) => ({
    type: 'code' as const,
    text: part,
    ...(language && isLanguage(language) && { language }),
  }))
}

const isLanguage = (name: string) => /^[\w+#.-]{1,40}$/.test(name)
