import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { isSlug } from '@/lib/slug'
import { tags } from '../invalidate'
import { findNextPublication } from '../queries/articles'
import { findAuthor } from '../queries/authors'
import { findNextNewSection, findSection, listSections } from '../queries/sections'
import { findTopic } from '../queries/topics'

// What lists are named for. Where there is no such thing, or nothing of it is out, the reading answers nothing and its
// page is a 404.

export async function readSections() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.sections)
  if (env().isBuild) return []
  const now = new Date()
  cacheTag(...tags.until(await findNextNewSection(now)))
  return listSections(now)
}

export async function readSection(slug: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.sections)
  if (env().isBuild || !isSlug(slug)) return readNothing()
  const now = new Date()
  const section = await findSection(slug, now)
  if (!section) return readNothing(await findNextNewSection(now))
  cacheTag(tags.section(section.id))
  return section
}

export async function readTopic(slug: string) {
  'use cache'
  cacheLife('max')
  if (env().isBuild || !isSlug(slug)) return readNothing()
  const now = new Date()
  const topic = await findTopic(slug, now)
  if (!topic) return readNothing(await findNextPublication({ of: 'all' }, now))
  cacheTag(tags.topic(topic.id))
  return topic
}

export async function readAuthor(slug: string) {
  'use cache'
  cacheLife('max')
  if (env().isBuild || !isSlug(slug)) return readNothing()
  const now = new Date()
  const author = await findAuthor(slug, now)
  if (!author) return readNothing(await findNextPublication({ of: 'all' }, now))
  cacheTag(tags.author(author.id))
  return author
}

/** A publication may make it something. */
function readNothing(until: Date | null = null) {
  cacheTag(tags.status(404), tags.wire, ...tags.until(until))
  return undefined
}
