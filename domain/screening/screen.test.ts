import { describe, expect, test } from 'vitest'
import { type Facts, newAccountDays } from './facts'
import type { Link } from './link'
import { type Phase, phases } from './phases'
import { screen } from './screen'
import { usualSettings } from './settings'

const now = new Date('2026-05-01T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000)

type Wish = {
  comment?: Partial<Facts['comment']>
  author?: Partial<Extract<Facts['author'], { kind: 'member' }>> | { kind: 'guest' }
  article?: Partial<Facts['article']>
  settings?: Partial<Facts['settings']>
}

const known = {
  ...{ rank: 'member' as const, since: daysAgo(400), isPremoderated: false },
  ...{ approved: 9, decided: 0, hidden: 0 },
}

/** A known member's plain comment, but for what a test says of it. */
const facts = ({ comment, author, article, settings }: Wish = {}): Facts => ({
  comment: {
    text: 'About time.',
    links: [],
    linksBefore: null,
    isDuplicate: false,
    secondsToWrite: null,
    ...comment,
  },
  author: author?.kind === 'guest' ? { kind: 'guest' } : { kind: 'member', ...known, ...author },
  article: { isPremoderated: false, publishedAt: daysAgo(1), ...article },
  settings: { ...usualSettings, ...settings },
  now,
})

const why = (wish: Wish) => screen(facts(wish)).findings.map(({ because }) => because)
const links = (n: number, known: Link['known'] = 'seen'): Link[] =>
  Array.from({ length: n }, (_, nth) => ({ address: `https://example.org/${nth}`, domain: 'example.org', known }))

test('a known member’s plain comment is seen at once', () => {
  expect(screen(facts())).toEqual({ standing: 'visible', heldBecause: null, findings: [] })
})

test('who is under pre-moderation is read first, one of the newsroom too', () => {
  for (const rank of ['member', 'moderator'] as const)
    expect(screen(facts({ author: { rank, isPremoderated: true } }))).toMatchObject({
      standing: 'held',
      heldBecause: 'sanction',
    })
})

test('all that is found is told, and the first of it is the reason in lists', () => {
  const found = screen(facts({ author: { kind: 'guest' }, comment: { links: links(3) } }))
  expect(found).toEqual({
    standing: 'held',
    heldBecause: 'guest',
    findings: [{ because: 'guest' }, { because: 'links', links: 3, most: 2 }],
  })
})

test('what the newsroom itself writes is not screened', () => {
  for (const rank of ['moderator', 'editor', 'admin'] as const)
    expect(why({ author: { rank, approved: 0 }, comment: { links: links(5) } })).toEqual([])
})

test('the same facts give the same answer, and are left as they were', () => {
  const given = facts({ comment: { links: links(4) } })
  const before = structuredClone(given)
  expect(screen(given)).toEqual(screen(given))
  expect(given).toEqual(before)
})

describe('first comments', () => {
  test('are held until as many were let through as the paper says, however old the account is', () => {
    const held = (approved: number, heldFirst: number) => why({ author: { approved }, settings: { heldFirst } })
    expect(held(0, 1)).toEqual(['first-comment'])
    expect(held(1, 1)).toEqual([])
    expect(held(2, 3)).toEqual(['first-comment'])
    expect(held(3, 3)).toEqual([])
    expect(held(0, 0)).toEqual([])
  })

  test('of guests are held always', () => {
    expect(why({ author: { kind: 'guest' }, settings: { heldFirst: 0 } })).toEqual(['guest'])
  })
})

describe('links', () => {
  test('are held where there are more than the paper says', () => {
    const held = (n: number, mostLinks: number) => why({ comment: { links: links(n) }, settings: { mostLinks } })
    expect([held(2, 2), held(3, 2), held(1, 0)]).toEqual([[], ['links'], ['links']])
  })

  test('to allowed domains do not count', () => {
    expect(why({ comment: { links: [...links(2), ...links(3, 'allowed')] } })).toEqual([])
  })

  test('to a denied domain are held, whoever writes them', () => {
    expect(screen(facts({ comment: { links: links(2, 'denied') } })).findings).toEqual([
      { because: 'denied-domain', domains: ['example.org'] },
    ])
  })

  test('to a domain that nobody has linked to are held while the account is new', () => {
    const held = (days: number) => why({ author: { since: daysAgo(days) }, comment: { links: links(1, 'unseen') } })
    expect([held(newAccountDays - 0.01), held(newAccountDays)]).toEqual([['unseen-domain'], []])
    expect(why({ author: { since: daysAgo(1) }, comment: { links: links(1) } })).toEqual([])
  })

  test('that a new account edits in are held, those that stood there before are not', () => {
    const edited = (days: number, linksBefore: string[]) =>
      why({ author: { since: daysAgo(days) }, comment: { links: links(1), linksBefore } })
    expect(edited(newAccountDays - 0.01, [])).toEqual(['links'])
    expect(edited(newAccountDays - 0.01, ['https://example.org/0'])).toEqual([])
    expect(edited(newAccountDays, [])).toEqual([])
  })
})

describe('a member’s record', () => {
  const held = (hidden: number, decided: number) => why({ author: { hidden, decided } })

  test('holds above three in ten hidden of at least five decisions', () => {
    expect(held(2, 5)).toEqual(['record'])
    expect(held(4, 4)).toEqual([])
    expect(held(3, 10)).toEqual([])
    expect(held(4, 10)).toEqual(['record'])
  })

  test('holds no longer when enough was let through since', () => {
    expect([held(2, 6), held(2, 7)]).toEqual([['record'], []])
  })
})

test('on an article that is read first, every comment is held', () => {
  expect(why({ article: { isPremoderated: true } })).toEqual(['premoderated'])
})

test('the same text as another comment of the last day is held', () => {
  expect(why({ comment: { isDuplicate: true } })).toEqual(['duplicate'])
})

test('a first comment is held that was sent within three seconds, where anybody knows', () => {
  const held = (secondsToWrite: number | null, approved = 0) =>
    why({ author: { approved }, comment: { secondsToWrite }, settings: { heldFirst: 0 } })
  expect([held(2.9), held(3), held(null), held(0.2, 1)]).toEqual([['too-fast'], [], [], []])
  expect(why({ author: { kind: 'guest' }, comment: { secondsToWrite: 0.2 } })).toEqual(['guest', 'too-fast'])
})

describe('a newsroom', () => {
  const sentence = 'What speaks of the harbour trial is read by a moderator first.'
  const trial: Phase = ({ comment }) =>
    /\btrial\b/i.test(comment.text) ? { because: 'newsroom', sentence } : undefined

  test('adds a phase of its own, with the words that author and moderator read', () => {
    const ours = [...phases, trial]
    expect(screen(facts({ comment: { text: 'The trial begins.' } }), ours)).toMatchObject({
      standing: 'held',
      findings: [{ because: 'newsroom', sentence }],
    })
    expect(screen(facts(), ours).standing).toBe('visible')
  })

  test('watches a phase before it is in force: what it finds is noted and holds nothing', () => {
    const shadow: Phase = () => ({ because: 'newsroom', sentence, shadow: true })
    expect(screen(facts(), [shadow])).toEqual({
      standing: 'visible',
      heldBecause: null,
      findings: [{ because: 'newsroom', sentence, shadow: true }],
    })
  })
})
