import { connection } from 'next/server'
import { currentVisitor } from '@/auth/visitor'
import { SearchAnswer } from '@/components/search/search-answer'
import { SearchForm } from '@/components/search/search-form'
import { readSearchChoices } from '@/db/cached/search'
import { searchArticles } from '@/db/queries/search'
import { takeFrom } from '@/db/rate-limit'
import {
  hitsPerPage,
  longestQuery,
  mostHits,
  readSearchQuestion,
  type SearchQuestion,
} from '@/domain/search/search-question'
import { noindexMetadata } from '@/domain/wire/metadata'
import { env } from '@/lib/env'
import { searchWords as words } from '@/lib/words/search'

export const instant = false

export async function generateMetadata({ searchParams }: PageProps<'/search'>) {
  const { question } = readSearchQuestion(await searchParams)
  return noindexMetadata(question.q ? words.titleOf(question.q) : words.title, '/search')
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  // What was found is true of one moment, which Next must not take for the build's.
  await connection()
  const { question, notices } = readSearchQuestion(await searchParams)
  const { sections, authors, languages } = await readSearchChoices()
  const answer = await answerTo(question, languages)
  return (
    <main id="text" className="search-page">
      <h1>{words.title}</h1>
      <SearchForm question={question} sections={sections} authors={authors} />
      {notices.map((notice) => (
        <p key={notice} className="notice">
          {notice === 'cut' ? words.notices.cut(longestQuery) : words.notices[notice]}
        </p>
      ))}
      <SearchAnswer question={question} answer={answer} />
    </main>
  )
}

type Languages = Awaited<ReturnType<typeof readSearchChoices>>['languages']

async function answerTo(question: SearchQuestion, languages: Languages) {
  if (question.q === '') return { state: 'nothing-asked' as const }
  const { addressPrefix } = await currentVisitor()
  const taken = await takeFrom('search', addressPrefix)
  if (!taken.ok) return { state: 'too-often' as const, retryAfterSeconds: taken.retryAfterSeconds }
  const page = { offset: (question.page - 1) * hitsPerPage, limit: hitsPerPage, most: mostHits }
  return searchArticles({ ...question, timeZone: env().timeZone }, page, languages)
}
