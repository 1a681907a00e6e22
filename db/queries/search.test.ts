import blns from 'big-list-of-naughty-strings/blns.json' with { type: 'json' }
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { article, section } from '@/db/schema'
import { readSearchQuestion } from '@/domain/search/search-question'
import { anArticle, anAuthor, aSection, now } from '@/domain/wire/testing/an-article'
import { textOfRuns } from '@/lib/marked-runs'
import { listLanguages, searchArticles } from './search'
import type { SearchFilter } from './search-hits'

const firstPage = { offset: 0, limit: 10, most: 1000 }

async function answerTo(q: string, more: Partial<SearchFilter> = {}, page = firstPage) {
  return searchArticles({ q, sort: 'relevance', timeZone: 'UTC', ...more }, page, await listLanguages(), now)
}

async function find(q: string, more: Partial<SearchFilter> = {}) {
  const answer = await answerTo(q, more)
  if (answer.state !== 'found') throw new Error(answer.state)
  return answer.hits
}

const headlines = async (q: string, more: Partial<SearchFilter> = {}) =>
  (await find(q, more)).map((hit) => textOfRuns(hit.headline))

beforeEach(async () => {
  await db.delete(article)
  await db.delete(section)
})

describe('what is found', () => {
  test('other forms of a word find it, other words do not', async () => {
    await anArticle({ headline: 'Ferries stopped by the storm' })
    expect(await headlines('ferry stop')).toEqual(['Ferries stopped by the storm'])
    expect(await headlines('ferry bridge')).toEqual([])
  })

  test('words in quotes are found together only', async () => {
    await anArticle({ headline: 'Together', text: 'The harbour bridge is open.' })
    await anArticle({ headline: 'Apart', text: 'The bridge by the harbour is open.' })
    expect(await headlines('"harbour bridge"')).toEqual(['Together'])
    expect(await headlines('harbour bridge')).toHaveLength(2)
  })

  test('a word after a minus keeps articles out', async () => {
    await anArticle({ headline: 'Bridge and ferry' })
    await anArticle({ headline: 'Bridges alone' })
    expect(await headlines('bridge -ferries')).toEqual(['Bridges alone'])
  })

  test('accents and capitals make no difference', async () => {
    await anArticle({ headline: 'Cafés of the Região' })
    expect(await headlines('CAFE regiao')).toHaveLength(1)
    expect(await headlines('café')).toHaveLength(1)
  })

  test('each article is looked through in its own language', async () => {
    await anArticle({ headline: 'Die Häuser am Hafen', language: 'de' })
    await anArticle({ headline: 'The houses at the harbour' })
    expect(await headlines('Haus')).toEqual(['Die Häuser am Hafen'])
    expect(await headlines('house')).toEqual(['The houses at the harbour'])
    expect(await headlines('houses -house')).toEqual([])
  })

  test('only what is out is found: no draft, nothing scheduled, nothing withdrawn', async () => {
    await anArticle({ headline: 'Lighthouse draft', state: 'draft' })
    await anArticle({ headline: 'Lighthouse submitted', state: 'submitted' })
    await anArticle({ headline: 'Lighthouse tomorrow', publishedAt: new Date('2026-04-01T12:00:00Z') })
    await anArticle({ headline: 'Lighthouse gone', state: 'withdrawn', withdrawnAt: now, withdrawnReason: 'wrong' })
    await anArticle({ headline: 'Lighthouse now', publishedAt: now })
    expect(await headlines('lighthouse')).toEqual(['Lighthouse now'])
  })

  test('words of an earlier version, or of one that is only saved, are not found', async () => {
    const shown = await anArticle({ headline: 'Present words' })
    await db.execute(sql`insert into article_version (id, article_id, no, headline, body, body_text, effective_at)
      values (gen_random_uuid(), ${shown.id}, 2, 'Earlier words', '{}', '', now()), (gen_random_uuid(), ${shown.id}, 3, 'Saved words', '{}', '', null)`)
    expect(await headlines('words')).toEqual(['Present words'])
    expect(await headlines('earlier or saved')).toEqual([])
  })
})

describe('the order', () => {
  test('a word in the headline comes before one in the standfirst, that one before one in the body', async () => {
    await anArticle({ headline: 'Body', text: 'quay quay quay quay', publishedAt: now })
    await anArticle({ headline: 'Standfirst', standfirst: 'The quay', publishedAt: new Date('2024-01-01') })
    await anArticle({ headline: 'Quay', publishedAt: new Date('2020-01-01') })
    expect(await headlines('quay')).toEqual(['Quay', 'Standfirst', 'Body'])
    expect(await headlines('quay', { sort: 'newest' })).toEqual(['Body', 'Standfirst', 'Quay'])
  })

  test('of two that say the same the newer is first, and those of the same moment always stand the same way', async () => {
    await anArticle({ headline: 'Old quay', publishedAt: new Date('2023-01-01') })
    const same = [await anArticle({ headline: 'Quay one' }), await anArticle({ headline: 'Quay two' })]
    const ids = same
      .map(({ id }) => id)
      .sort()
      .reverse()
    expect((await find('quay')).map((hit) => hit.id).slice(0, 2)).toEqual(ids)
    expect((await headlines('quay')).at(-1)).toBe('Old quay')
  })
})

describe('narrowing', () => {
  test('by section, by author and by days of the paper’s zone, the last one included', async () => {
    const [sport, ada] = [await aSection('Sport'), await anAuthor()]
    await anArticle({ headline: 'Race in sport', sectionId: sport.id })
    await anArticle({ headline: 'Race by Ada', authorId: ada.id })
    await anArticle({ headline: 'Race late', publishedAt: new Date('2026-03-02T03:30:00Z') })
    expect(await headlines('race', { section: sport.slug })).toEqual(['Race in sport'])
    expect(await headlines('race', { author: ada.slug })).toEqual(['Race by Ada'])
    expect(await headlines('race', { section: 'nowhere' })).toEqual([])
    expect(await headlines('race', { to: '2026-03-01' })).toEqual([])
    expect(await headlines('race', { to: '2026-03-01', timeZone: 'America/New_York' })).toEqual(['Race late'])
    expect(await headlines('race', { from: '2026-03-02', to: '2026-03-02' })).toEqual(['Race late'])
    expect(await headlines('race', { from: '2026-03-03' })).toHaveLength(2)
  })

  test('pages follow each other, past the last one the number is still known', async () => {
    for (const n of [1, 2, 3]) await anArticle({ headline: `Tide ${n}`, publishedAt: new Date(`2026-03-0${n}`) })
    const page = (offset: number) => answerTo('tide', { sort: 'newest' }, { offset, limit: 2, most: 1000 })
    expect(await page(0)).toMatchObject({ articles: 3, isMore: false, hits: [{}, {}] })
    expect(await page(2)).toMatchObject({ articles: 3, hits: [{ headline: [{ isMarked: true }, { text: ' 1' }] }] })
    expect(await page(4)).toMatchObject({ articles: 3, hits: [] })
  })

  test('beyond the most that are ordered only the newest are shown, and it is said that there are more', async () => {
    for (const n of [1, 2, 3]) await anArticle({ headline: `Tide ${n}`, publishedAt: new Date(`2026-03-0${n}`) })
    const answer = await answerTo('tide', {}, { offset: 0, limit: 10, most: 2 })
    expect(answer).toMatchObject({ state: 'found', articles: 2, isMore: true })
    expect(answer.state === 'found' && answer.hits.map((hit) => textOfRuns(hit.headline))).toEqual(['Tide 3', 'Tide 2'])
  })
})

test('the newest hits are the same, whether the index tells all or the newest articles are gone through', async () => {
  const [sport, ada] = [await aSection('Sport'), await anAuthor()]
  const wishes = [
    { text: 'The harbour bridge is open.' },
    { text: 'The bridge by the harbour is open.' },
    { text: 'A ferry at the harbour bridge.', sectionId: sport.id },
    { text: 'Nothing to see.' },
    { headline: 'Die Häuser am Hafen', text: 'harbour bridge', language: 'de' as const },
  ]
  for (const round of [1, 2, 3]) {
    for (const [n, wish] of wishes.entries()) {
      const day = new Date(Date.UTC(2026, 1, round * 5 - n))
      await anArticle({ headline: `Round ${round}, ${n}`, ...wish, authorId: ada.id, publishedAt: day })
    }
  }
  await anArticle({ headline: 'Harbour bridge tomorrow', publishedAt: new Date('2026-04-01T12:00:00Z') })
  await anArticle({ headline: 'Harbour bridge draft', state: 'draft' })

  const narrowings = [{}, { section: sport.slug }, { author: ada.slug }, { from: '2026-02-04', to: '2026-02-12' }]
  for (const q of ['harbour', 'harbour bridge', '"harbour bridge"', 'bridge -ferry', 'ferry or bridge', '"by the"']) {
    for (const narrowing of narrowings) {
      const wish = { ...narrowing, sort: 'newest' } as const
      const all = await find(q, wish)
      const few = await answerTo(q, wish, { offset: 0, limit: 10, most: 2 })
      const newest = all.slice(0, 2).map(({ id }) => id)
      expect([q, narrowing, few.state === 'found' && few.hits.map(({ id }) => id)]).toEqual([q, narrowing, newest])
      expect(few).toMatchObject({ articles: Math.min(2, all.length), isMore: all.length > 2 })
    }
  }
})

describe('marks', () => {
  test('the words are marked in the headline and in at most two fragments', async () => {
    const far = `${'Nothing here to see today. '.repeat(40)}`
    await anArticle({ headline: 'The weir is built', text: `A weir. ${far} Weirs again. ${far} The last weir.` })
    const [hit] = await find('weirs')
    expect(hit?.headline).toContainEqual({ text: 'weir', isMarked: true })
    expect(hit?.fragments).toHaveLength(2)
    for (const fragment of hit?.fragments ?? []) expect(fragment.some((run) => run.isMarked)).toBe(true)
  })

  test('markup in an article stays text, and signs in it mark nothing', async () => {
    await anArticle({
      headline: 'Weir <b>& more',
      text: '<script>alert(1)</script> The weir <mark>x</mark> \uE000all\uE001 is well.',
    })
    const [hit] = await find('weir')
    expect(textOfRuns(hit?.headline ?? [])).toBe('Weir <b>& more')
    const runs = [...(hit?.headline ?? []), ...(hit?.fragments.flat() ?? [])]
    expect(runs.filter((run) => run.isMarked).map((run) => run.text.toLowerCase())).toEqual(['weir', 'weir'])
  })
})

describe('hostile questions', () => {
  const hostile = [
    ')(',
    ':*',
    "'",
    '"',
    '""',
    '\\',
    '& | !',
    '!!!',
    '<->',
    '-',
    '--',
    '-- ; drop table article',
    '💧🌊',
    '%_%',
    'or',
    'or or or',
    '"unfinished',
    '-"a b" "c',
    '((((((',
    'a'.repeat(200),
    '"'.repeat(200),
    '-a '.repeat(60),
    '-'.repeat(200),
    '- '.repeat(100),
    '-"" '.repeat(40),
    'e\u0301'.repeat(90),
    '\u202Eevil',
    "' or 1=1 --",
  ]

  test('nothing that somebody may type breaks it', async () => {
    await anArticle({ headline: 'Bridge' })
    for (const typed of [...hostile, ...blns]) {
      const { q } = readSearchQuestion({ q: typed }).question
      expect([q, (await answerTo(q)).state]).toEqual([q, expect.stringMatching(/^(found|nothing-to-look-for)$/)])
    }
    expect(await headlines('bridge')).toEqual(['Bridge'])
  })

  test('common words and words to leave out are nothing to look for by themselves', async () => {
    await anArticle({ headline: 'The bridge' })
    expect(await answerTo('the')).toEqual({ state: 'nothing-to-look-for' })
    expect(await answerTo('-ferry')).toEqual({ state: 'nothing-to-look-for' })
    expect(await answerTo('the bridge -ferry')).toMatchObject({ state: 'found', articles: 1 })
  })

  test('a paper without articles answers that there are none', async () => {
    expect(await answerTo('bridge')).toEqual({ state: 'found', articles: 0, isMore: false, hits: [] })
  })

  test('a search that takes too long is ended and says so, and the next one works', async () => {
    await anArticle({ headline: 'Bridge' })
    const slow = db.transaction(async (tx) => {
      await tx.execute(sql`lock table article_version in access exclusive mode`)
      return searchArticles({ q: 'bridge', sort: 'newest', timeZone: 'UTC' }, firstPage, ['en'], now)
    })
    expect(await slow).toEqual({ state: 'took-too-long' })
    expect(await headlines('bridge')).toEqual(['Bridge'])
  })
})
