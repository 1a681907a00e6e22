import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { tags } from '../invalidate'
import { findNextPublication } from '../queries/articles'
import { listAuthors } from '../queries/authors'
import { listLanguages } from '../queries/search'
import { listSections } from '../queries/sections'

/** What a search can be narrowed to, and the languages that it is asked in. */
export async function readSearchChoices() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.wire, tags.sections)
  if (env().isBuild) return { sections: [], authors: [], languages: [] }
  const now = new Date()
  cacheTag(...tags.until(await findNextPublication({ of: 'all' }, now)))
  const [sections, authors, languages] = await Promise.all([listSections(now), listAuthors(now), listLanguages()])
  return { sections, authors, languages }
}
