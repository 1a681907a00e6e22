import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { hostileHtml } from '@/domain/article/body/hostile-input'
import { aPublicComment } from '@/domain/comment/testing/a-public-comment'
import { threadsOf } from '@/domain/comment/thread'
import { lendMarkup } from '@/lib/markup'
import { CommentList } from './comment-list'

const hostile = hostileHtml.map((text, no) => aPublicComment(`hostile-${no}`, null, { text, name: text.slice(0, 40) }))

const threads = threadsOf([
  aPublicComment('first', null, { rank: 'editor', editedAt: new Date(1), likes: 3 }),
  aPublicComment('reply', 'first', { text: '> quoted\n\n- *one*\n- https://example.org', answersName: '<b>"Ida"&' }),
  aPublicComment('gone', null, { standing: 'deleted', text: '', name: null, movedAt: new Date(2) }),
  aPublicComment('hidden', null, {
    standing: 'hidden',
    text: '',
    name: null,
    movedAt: new Date(3),
    hiddenBecause: { code: 'abuse', ruleNo: 2, label: 'No <insults>' },
  }),
  ...hostile,
])

const draw = (reader?: Parameters<typeof CommentList>[0]['reader']) =>
  renderToStaticMarkup(<CommentList threads={threads} slug="bridge" canAnswer start={26} reader={reader} />)

test('a list for everyone is drawn in one go to the same bytes, with everything escaped', () => {
  const usual = draw()
  const inOneGo = vi.fn(renderToStaticMarkup)
  lendMarkup(inOneGo)
  expect(draw()).toBe(usual)
  expect(draw()).toBe(usual)
  expect(inOneGo).toHaveBeenCalledTimes(1)
  expect(usual).toContain('start="26"')
  expect(usual).toContain('No &lt;insults&gt;')
  expect(usual).not.toMatch(/<(script|img|iframe|svg|style|object|embed|form|input)\b/i)
})

test('for a person what is in one go is all but the threads with a comment of theirs', () => {
  const inOneGo = vi.fn(renderToStaticMarkup)
  lendMarkup(inOneGo)
  draw({
    reactions: new Map([['first', 1]]),
    canPick: true,
    canIgnore: true,
    ignored: new Set(),
    own: new Set(),
    editable: new Set(),
    versions: new Map(),
  })
  expect(inOneGo).toHaveBeenCalledTimes(1)

  const own = draw({
    reactions: new Map(),
    canPick: false,
    canIgnore: false,
    ignored: new Set(),
    own: new Set(['reply']),
    editable: new Set(),
    versions: new Map(),
  })
  expect(inOneGo).toHaveBeenCalledTimes(1 + threads.length - 1)
  expect(inOneGo.mock.results.map(({ value }) => value).join('')).not.toMatch(/<form/)
  expect(own.match(/<form/g)).toHaveLength(1)
})

test('what was drawn before is drawn anew where anything in it has changed', () => {
  lendMarkup(renderToStaticMarkup)
  const drawWith = (likes: number, canAnswer = true) =>
    renderToStaticMarkup(
      <CommentList threads={threadsOf([aPublicComment('a', null, { likes })])} slug="bridge" canAnswer={canAnswer} />,
    )
  expect(drawWith(3)).toContain('(3)')
  expect(drawWith(4)).toContain('(4)')
  expect([drawWith(4).includes('reply-link'), drawWith(4, false).includes('reply-link')]).toEqual([true, false])
})

const drawOf = (...comments: Parameters<typeof threadsOf>[0]) =>
  renderToStaticMarkup(<CommentList threads={threadsOf(comments)} slug="bridge" canAnswer />)

test('the replies of a comment can be folded without a script, and are open at first', () => {
  const drawn = drawOf(aPublicComment('a'), aPublicComment('b', 'a'), aPublicComment('c', 'b'), aPublicComment('d'))
  expect(drawn.match(/<details[^>]*>(<summary>[^<]*)/g)).toEqual([
    '<details open=""><summary>2 replies',
    '<details open=""><summary>1 reply',
  ])
})

test('a comment that readers dislike is folded, its name and its replies are not', () => {
  const drawn = drawOf(aPublicComment('a', null, { likes: 1, dislikes: 9, text: 'Rubbish.' }), aPublicComment('b', 'a'))
  const [before = '', folded = ''] = drawn.split('<details class="folded">')
  expect(before).toContain('class="comment-name"')
  expect(folded.split('</details>')[0]).toContain('Rubbish.')
  expect(folded.split('</details>').slice(1).join('')).toContain('id="comment-b"')
})
