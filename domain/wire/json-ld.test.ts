import { beforeEach, describe, expect, test } from 'vitest'
import { addToEnvironment } from '@/lib/env'
import { safeJson } from '@/lib/safe-json'
import { articleJsonLd } from './article-json-ld'
import { listJsonLd } from './list-json-ld'
import { personJsonLd } from './person-json-ld'
import { aPublicComment, aWireArticle } from './testing/a-wire-article'
import { websiteJsonLd } from './website-json-ld'

const site = 'https://paper.example'

beforeEach(() => addToEnvironment({ SITE_URL: site, SITE_NAME: 'The Paper' }))

/** As a machine reads it from the page. */
const read = (data: unknown) => JSON.parse(safeJson(data))

describe('an article', () => {
  test('says everything that search engines ask for', () => {
    const correction = {
      id: 'c',
      kind: 'correction' as const,
      text: 'It was the north pier.',
      publishedAt: new Date('2026-03-31T09:00:00Z'),
    }
    const article = aWireArticle({
      corrections: [correction],
      licence: 'CC-BY-4.0',
      sourceUrl: 'https://wire.example/1',
    })
    expect(read(articleJsonLd(article, [aPublicComment()]))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': `${site}/articles/harbour-bridge#article`,
      mainEntityOfPage: `${site}/articles/harbour-bridge`,
      url: `${site}/articles/harbour-bridge`,
      headline: 'Harbour bridge reopens',
      description: 'After a year of work.',
      image: [
        expect.objectContaining({
          '@type': 'ImageObject',
          url: `${site}/media/picture-1600.webp`,
          creditText: 'Ben Lens',
        }),
      ],
      datePublished: '2026-03-30T12:00:00.000Z',
      dateModified: '2026-03-31T09:00:00.000Z',
      author: [{ '@type': 'Person', name: 'Ada Quill', url: `${site}/authors/ada-quill` }],
      publisher: expect.objectContaining({ '@type': 'NewsMediaOrganization', name: 'The Paper', url: `${site}/` }),
      articleSection: 'Town',
      keywords: ['Harbour'],
      inLanguage: 'en',
      isAccessibleForFree: true,
      license: 'CC-BY-4.0',
      isBasedOn: 'https://wire.example/1',
      correction: [
        { '@type': 'CorrectionComment', text: 'It was the north pier.', datePublished: '2026-03-31T09:00:00.000Z' },
      ],
      commentCount: 2,
      comment: [
        expect.objectContaining({
          '@type': 'Comment',
          text: 'About time.',
          dateCreated: '2026-03-30T13:00:00.000Z',
          author: { '@type': 'Person', name: 'Rita Reader', url: `${site}/members/rita` },
          upvoteCount: 3,
          downvoteCount: 1,
        }),
      ],
    })
  })

  test('is of the kind that its label says', () => {
    const typeOf = (label: 'opinion' | 'analysis' | 'sponsored' | 'live') =>
      read(articleJsonLd(aWireArticle({ label })))['@type']
    expect(typeOf('opinion')).toBe('OpinionNewsArticle')
    expect(typeOf('analysis')).toBe('AnalysisNewsArticle')
    expect(typeOf('sponsored')).toBe('AdvertiserContentArticle')
    expect(typeOf('live')).toBe('NewsArticle')
  })

  test('leaves out what it does not have', () => {
    const data = read(articleJsonLd(aWireArticle({ picture: null, changedAt: null, standfirst: '', language: 'und' })))
    expect(data).not.toHaveProperty('image')
    expect(data).not.toHaveProperty('license')
    expect(data).not.toHaveProperty('inLanguage')
    expect(data.dateModified).toBe(data.datePublished)
  })

  test.each(['held', 'hidden', 'deleted'] as const)('has no word of a comment that is %s', (standing) => {
    const secret = aPublicComment({ standing, text: 'secret', name: 'Nobody Known' })
    const json = safeJson(articleJsonLd(aWireArticle(), [secret, aPublicComment()]))
    expect(json).not.toMatch(/secret|Nobody Known/)
    expect(json).toContain('About time.')
  })
})

test('nothing that somebody wrote ends the script, opens a comment in it or breaks its lines', () => {
  const hostile = '</script><!--<script>alert(1)</script>\u2028\u2029&amp;'
  const json = safeJson(articleJsonLd(aWireArticle({ headline: hostile }), [aPublicComment({ text: hostile })]))
  expect(json).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(json).headline).toBe(hostile)
})

test('an author’s page says who that is', () => {
  const author = {
    id: 'a',
    slug: 'ada-quill',
    name: 'Ada Quill',
    role: 'Reporter',
    bio: '',
    contact: 'ada@paper.example',
  }
  expect(read(personJsonLd(author))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': `${site}/authors/ada-quill#person`,
    url: `${site}/authors/ada-quill`,
    name: 'Ada Quill',
    jobTitle: 'Reporter',
    email: 'ada@paper.example',
    worksFor: expect.objectContaining({ name: 'The Paper' }),
  })
  expect(read(personJsonLd({ ...author, contact: 'https://ada.example/' }))).toMatchObject({
    sameAs: 'https://ada.example/',
  })
})

test('a list says what is on its page and how one came there', () => {
  const cards = [{ slug: 'harbour-bridge', headline: 'Harbour bridge reopens' }]
  expect(read(listJsonLd({ path: '/sections/town', title: 'Town', page: 2, cards }))).toMatchObject({
    '@type': 'CollectionPage',
    url: `${site}/sections/town/2`,
    breadcrumb: { itemListElement: [{ item: `${site}/` }, { name: 'Town', item: `${site}/sections/town` }] },
    mainEntity: { numberOfItems: 1, itemListElement: [{ position: 1, url: `${site}/articles/harbour-bridge` }] },
  })
})

test('the front page offers the search', () => {
  expect(read(websiteJsonLd())).toMatchObject({
    '@type': 'WebSite',
    name: 'The Paper',
    potentialAction: {
      target: { urlTemplate: `${site}/search?q={search_term_string}` },
      'query-input': { valueName: 'search_term_string' },
    },
  })
})
