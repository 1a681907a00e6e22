import { listAuthors } from '@/db/queries/authors'
import { listSections } from '@/db/queries/sections'
import { listTopics } from '@/db/queries/topics'
import { newsroomWords } from '@/lib/words/newsroom'
import { languages } from './languages'

const mostTopics = 200

/** What the form of an article lets an editor choose from. */
export async function readChoices(siteLanguage: string) {
  const [sections, authors, topics] = await Promise.all([listSections(), listAuthors(), listTopics()])
  const names = new Intl.DisplayNames(siteLanguage, { type: 'language' })
  const named = languages.map((code) => ({
    code,
    name: code === 'und' ? newsroomWords.form.otherLanguage : (names.of(code) ?? code),
  }))
  return {
    sections: sections.map(({ id, name }) => ({ id, name })),
    authors: authors.map(({ id, name }) => ({ id, name })),
    topics: topics.slice(0, mostTopics).map(({ name }) => name),
    languages: named.toSorted((a, b) => a.name.localeCompare(b.name, siteLanguage)),
  }
}
