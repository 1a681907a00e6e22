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

test('a list for everyone is drawn in one go to the same bytes, with everything escaped; one for a person is not', () => {
  const usual = draw()
  const inOneGo = vi.fn(renderToStaticMarkup)
  lendMarkup(inOneGo)
  expect(draw()).toBe(usual)
  expect(inOneGo).toHaveBeenCalledTimes(1)
  expect(usual).toContain('start="26"')
  expect(usual).toContain('No &lt;insults&gt;')
  expect(usual).not.toMatch(/<(script|img|iframe|svg|style|object|embed|form|input)\b/i)

  draw({ reactions: new Map(), own: new Set(), editable: new Set(), versions: new Map() })
  expect(inOneGo).toHaveBeenCalledTimes(1)
})
