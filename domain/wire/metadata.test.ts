import { beforeEach, describe, expect, test } from 'vitest'
import { addToEnvironment } from '@/lib/env'
import { articleMetadata, frontMetadata, listMetadata, missingMetadata, noindexMetadata } from './metadata'
import { aWireArticle } from './testing/a-wire-article'

const site = 'https://paper.example'

beforeEach(() => addToEnvironment({ SITE_URL: `${site}/`, SITE_NAME: 'The Paper' }))

const feedLink = { 'application/rss+xml': [{ url: `${site}/feed.xml`, title: 'The Paper' }] }

test('the front page stands at the site’s own address', () => {
  expect(frontMetadata()).toMatchObject({
    title: { absolute: 'The Paper' },
    alternates: { canonical: `${site}/`, types: feedLink },
    openGraph: { type: 'website', url: `${site}/` },
    robots: { index: true, 'max-image-preview': 'large' },
  })
})

describe('an article', () => {
  test('says where it stands, what it is about, when, by whom, and under what', () => {
    const metadata = articleMetadata(aWireArticle())
    expect(metadata).toMatchObject({
      title: 'Harbour bridge reopens',
      description: 'After a year of work.',
      authors: [{ name: 'Ada Quill', url: `${site}/authors/ada-quill` }],
      alternates: { canonical: `${site}/articles/harbour-bridge`, types: feedLink },
      robots: { index: true, follow: true, 'max-image-preview': 'large' },
      openGraph: {
        type: 'article',
        url: `${site}/articles/harbour-bridge`,
        publishedTime: '2026-03-30T12:00:00.000Z',
        modifiedTime: '2026-03-31T09:00:00.000Z',
        section: 'Town',
        tags: ['Harbour'],
        images: [{ url: `${site}/media/picture-1600.webp`, width: 1600, height: 1067, alt: 'The bridge' }],
      },
      twitter: { card: 'summary_large_image' },
    })
  })

  test('shows no picture that is too narrow, and none where there is none', () => {
    const wide = aWireArticle().picture
    const narrow = wide && { ...wide, width: 1199, height: 800 }
    for (const picture of [narrow, null]) {
      const { openGraph, twitter } = articleMetadata(aWireArticle({ picture }))
      expect(openGraph).not.toHaveProperty('images')
      expect(twitter).toMatchObject({ card: 'summary' })
    }
  })
})

test('the first page of a list has no number in its address, a further one is its own page', () => {
  const list = { path: '/sections/town', title: 'Town', description: 'All of the town', of: 3 }
  expect(listMetadata({ ...list, page: 1 })).toMatchObject({
    title: 'Town',
    description: 'All of the town',
    alternates: { canonical: `${site}/sections/town`, types: feedLink },
  })
  expect(listMetadata({ ...list, page: 2 })).toMatchObject({
    title: 'Town, page 2 of 3',
    alternates: { canonical: `${site}/sections/town/2` },
    openGraph: { url: `${site}/sections/town/2` },
  })
})

test('the front page, and a list that nothing was written about, say what they are', () => {
  expect(frontMetadata().description).toMatch(/^The news of /)
  const list = listMetadata({ path: '/sections/town', title: 'Town', description: '', page: 1, of: 1 })
  expect(list.description).toMatch(/^Town: everything/)
  expect(list.openGraph?.description).toBe(list.description)
})

test('a page for one person is not for search engines and may name the page that is', () => {
  expect(noindexMetadata('Search', '/search')).toMatchObject({
    robots: { index: false, follow: true },
    alternates: { canonical: `${site}/search` },
  })
  expect(noindexMetadata('Account')).not.toHaveProperty('alternates')
  expect(missingMetadata()).toMatchObject({ robots: { index: false } })
})
