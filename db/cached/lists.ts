import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { isSlug } from '@/lib/slug'
import { tags } from '../invalidate'
import { findAuthor } from '../queries/authors'
import { findSection, listSections } from '../queries/sections'
import { findTopic } from '../queries/topics'

// What lists are named for. Where there is no such thing the reading answers nothing and its page is a 404.

export async function readSections() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.sections)
  return env().isBuild ? [] : listSections()
}

export async function readSection(slug: string) {
  'use cache'
  cacheLife('max')
  cacheTag(tags.sections)
  const section = env().isBuild || !isSlug(slug) ? undefined : await findSection(slug)
  cacheTag(section ? tags.section(section.id) : tags.status(404))
  return section
}

export async function readTopic(slug: string) {
  'use cache'
  cacheLife('max')
  const topic = env().isBuild || !isSlug(slug) ? undefined : await findTopic(slug)
  if (topic) cacheTag(tags.topic(topic.id))
  else cacheTag(tags.status(404), tags.wire)
  return topic
}

export async function readAuthor(slug: string) {
  'use cache'
  cacheLife('max')
  const author = env().isBuild || !isSlug(slug) ? undefined : await findAuthor(slug)
  if (author) cacheTag(tags.author(author.id))
  else cacheTag(tags.status(404), tags.wire)
  return author
}
