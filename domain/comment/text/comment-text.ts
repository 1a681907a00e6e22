import { LRUCache } from 'lru-cache'
import { env } from '@/lib/env'
import { exhaustsParser, syntaxOf } from './comment-syntax'
import type { CommentBlock, CommentText, Phrase } from './comment-tree'
import { readCommentBlocks } from './read-comment'
import { visibleText } from './visible-text'

/** A page draws each comment twice and tells its words to crawlers, and is drawn anew for each comment that comes. */
const parsed = new LRUCache<string, CommentText>({
  maxSize: 16 * 2 ** 20,
  sizeCalculation: (_tree, source) => 500 + source.length * 8,
})

/** What a reader typed, as a tree to draw: nobody changes it. Safe and quick for whatever was typed; never throws. */
export function parseCommentText(source: string): CommentText {
  const tree = parsed.get(source) ?? parse(source)
  parsed.set(source, tree)
  return tree
}

function parse(source: string): CommentText {
  const text = visibleText(source)
  const read = exhaustsParser(text) ? [] : readCommentBlocks(syntaxOf(text), text)
  return read.length > 0 ? read : asTyped(text)
}

/** The words of a comment without signs and addresses, for search, mail and the queue: paragraphs by blank lines. */
export function commentPlainText(source: string): string {
  return plainBlocks(parseCommentText(source))
}

/** The same without what was quoted, where there is anything else. */
export function commentOwnWords(source: string): string {
  const blocks = parseCommentText(source)
  return plainBlocks(blocks.filter(({ kind }) => kind !== 'quote')) || plainBlocks(blocks)
}

/** The links out of the paper that a comment would be drawn with: one to what is quoted is no spam. */
export function listLinks(source: string): string[] {
  return linksInBlocks(parseCommentText(source))
}

export const countLinks = (source: string) => listLinks(source).length

function asTyped(text: string): CommentText {
  const paragraphs = text.split(/\n[^\S\n]*\n/).filter((paragraph) => paragraph.trim() !== '')
  return paragraphs.map((paragraph) => ({ kind: 'paragraph', children: lines(paragraph.trim()) }))
}

function lines(text: string): Phrase[] {
  return text.split('\n').flatMap((line, place): Phrase[] => {
    const own: Phrase[] = line === '' ? [] : [{ kind: 'text', text: line }]
    return place === 0 ? own : [{ kind: 'break' }, ...own]
  })
}

function plainBlocks(blocks: CommentBlock[]): string {
  return blocks
    .map(plainBlock)
    .filter((text) => text !== '')
    .join('\n\n')
}

function plainBlock(block: CommentBlock): string {
  if (block.kind === 'code') return block.text
  if (block.kind === 'paragraph') return plainPhrases(block.children)
  if (block.kind === 'quote') return plainBlocks(block.children)
  return block.items.map(plainBlocks).join('\n')
}

function plainPhrases(phrases: Phrase[]): string {
  return phrases
    .map((phrase) => {
      if (phrase.kind === 'break') return '\n'
      return 'children' in phrase ? plainPhrases(phrase.children) : phrase.text
    })
    .join('')
}

function linksInBlocks(blocks: CommentBlock[]): string[] {
  return blocks.flatMap(linksInBlock)
}

function linksInBlock(block: CommentBlock): string[] {
  if (block.kind === 'code') return []
  if (block.kind === 'paragraph') return linksInPhrases(block.children)
  if (block.kind === 'quote') return linksInBlocks(block.children)
  return block.items.flatMap(linksInBlocks)
}

function linksInPhrases(phrases: Phrase[]): string[] {
  return phrases.flatMap((phrase) => {
    const inside = 'children' in phrase ? linksInPhrases(phrase.children) : []
    return phrase.kind === 'link' && !staysHere(phrase.href) ? [phrase.href, ...inside] : inside
  })
}

const staysHere = (href: string) => href.startsWith(`${env().siteUrl}/`)
