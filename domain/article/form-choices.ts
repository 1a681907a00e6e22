import { listDeskAuthors, listDeskSections, listDeskTopics } from '@/db/queries/desk-choices'
import { newsroomWords } from '@/lib/words/newsroom'
import { languages } from './languages'

const mostTopics = 200

/** What the form of an article lets an editor choose from. */
export async function readChoices(siteLanguage: string) {
  const [sections, authors, topics] = await Promise.all([
    listDeskSections(),
    listDeskAuthors(),
    listDeskTopics(mostTopics),
  ])
  const names = new Intl.DisplayNames(siteLanguage, { type: 'language' })
  const named = languages.map((code) => ({
    code,
    name: code === 'und' ? newsroomWords.form.otherLanguage : (names.of(code) ?? code),
  }))
  return {
    sections: sections.map(({ id, name }) => ({ id, name })),
    authors,
    topics: topics.map(({ name }) => name),
    languages: named.toSorted((a, b) => a.name.localeCompare(b.name, siteLanguage)),
  }
}
