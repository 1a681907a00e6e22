import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { SearchHit } from '@/db/queries/search'
import type { SearchQuestion } from '@/domain/search/search-question'
import { SearchAnswer } from './search-answer'

const question: SearchQuestion = { q: 'weir', sort: 'newest', page: 2 }

const hit: SearchHit = {
  id: '01960000-0000-7000-8000-000000000001',
  slug: 'the-weir',
  label: 'opinion',
  language: 'en',
  publishedAt: new Date('2026-03-30T12:00:00Z'),
  headline: [
    { text: 'The <b>', isMarked: false },
    { text: 'weir', isMarked: true },
  ],
  fragments: [[{ text: '<script>', isMarked: true }]],
  sectionSlug: 'town',
  sectionName: 'Town',
  bylines: [{ slug: 'ada-quill', name: 'Ada Quill' }],
}

type Answer = Parameters<typeof SearchAnswer>[0]['answer']

const draw = (answer: Answer) => renderToStaticMarkup(<SearchAnswer question={question} answer={answer} />)

describe('hits', () => {
  const page = draw({ state: 'found', articles: 25, isMore: false, hits: [hit] })

  test('markup in an article is text on the page, and what was looked for is marked', () => {
    expect(page).toContain('The &lt;b&gt;<mark>weir</mark>')
    expect(page).toContain('<mark>&lt;script&gt;</mark>')
    expect(page).not.toContain('<script')
  })

  test('they are an ordered list that goes on where the page before ended, with facts and pages', () => {
    expect(page).toContain('<ol class="search-hits" start="11"')
    expect(page).toContain('href="/articles/the-weir"')
    expect(page).toMatch(/Opinion.*Town.*2026.*By Ada Quill/)
    expect(page).toContain('25 articles')
    expect(page).toContain('href="/search?q=weir&amp;sort=newest&amp;page=3"')
  })

  test('where there are more than are ordered, it says so', () => {
    expect(draw({ state: 'found', articles: 1000, isMore: true, hits: [hit] })).toContain('More than 1,000 articles')
    expect(page).not.toContain('More than')
  })

  test('past the last page a link leads back', () => {
    expect(draw({ state: 'found', articles: 3, isMore: false, hits: [] })).toContain(
      'href="/search?q=weir&amp;sort=newest"',
    )
  })
})

test('without hits it says what to try', () => {
  expect(draw({ state: 'found', articles: 0, isMore: false, hits: [] })).toMatch(
    /No article was found for “weir”.*spelling/,
  )
})

test('each other end of a search is told and says what to do', () => {
  expect(draw({ state: 'nothing-asked' })).toContain('What are you looking for?')
  expect(draw({ state: 'nothing-to-look-for' })).toContain('no word here to look for')
  expect(draw({ state: 'took-too-long' })).toMatch(/took too long.*choose a section/)
  expect(draw({ state: 'too-often', retryAfterSeconds: 40 })).toContain('try again in 40 seconds')
})
