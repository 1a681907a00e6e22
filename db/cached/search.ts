import { cacheLife, cacheTag } from 'next/cache'
import { env } from '@/lib/env'
import { tags } from '../invalidate'
import { listAuthors } from '../queries/authors'
import { listLanguages } from '../queries/search'
import { listSections } from '../queries/sections'

/** What a search can be narrowed to, and the languages that it is asked in. */
export async function readSearchChoices() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.wire, tags.sections)
  if (env().isBuild) return { sections: [], authors: [], languages: [] }
  const [sections, authors, languages] = await Promise.all([listSections(), listAuthors(), listLanguages()])
  return { sections, authors: authors.map(({ slug, name }) => ({ slug, name })), languages }
}
