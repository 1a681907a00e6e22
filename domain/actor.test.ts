import { expect, test } from 'vitest'
import { type Actor, may, type Permission, permissions, type Rank, stranger } from './actor'

const person = (rank: Rank, sanction: 'ban' | 'mute' | null = null): Actor => ({
  id: '0190a1b2-0000-7000-8000-000000000001',
  handle: 'nora',
  name: 'Nora',
  rank,
  sanction,
})

const whoMay: Record<Permission, (Rank | 'stranger')[]> = {
  'comment.post': ['member', 'moderator', 'editor', 'admin'],
  'comment.post-as-guest': ['stranger'],
  'comment.react': ['member', 'moderator', 'editor', 'admin'],
  'comment.report': ['stranger', 'member', 'moderator', 'editor', 'admin'],
  'react-as-guest': ['stranger'],
  'article.react': ['member', 'moderator', 'editor', 'admin'],
  'account.change': ['member', 'moderator', 'editor', 'admin'],
  'member.ignore': ['member', 'moderator', 'editor', 'admin'],
  'moderation.see': ['moderator', 'admin'],
  'filter.change': ['moderator', 'admin'],
  'comment.decide': ['moderator', 'admin'],
  'comment.pick': ['moderator', 'editor', 'admin'],
  'member.sanction': ['moderator', 'admin'],
  'member.note': ['moderator', 'admin'],
  'block.change': ['moderator', 'admin'],
  'appeal.decide': ['moderator', 'editor', 'admin'],
  'reason.change': ['admin'],
  'site.change': ['admin'],
  'newsroom.see': ['editor', 'admin'],
  'article.write': ['editor', 'admin'],
  'article.publish': ['editor', 'admin'],
  'author.tie': ['editor', 'admin'],
  'member.change-rank': ['admin'],
  'jobs.see': ['admin'],
  'job.retry': ['admin'],
}

test.each(Object.entries(whoMay))('%s is for %s and nobody else', (name, allowed) => {
  for (const [rank, granted] of Object.entries(permissions)) {
    const permission = Object.keys(whoMay).find((one): one is Permission => one === name)
    if (!permission) throw new Error(`no permission ${name}`)
    expect([rank, granted.has(permission)]).toEqual([rank, allowed.some((one) => one === rank)])
  }
})

test('an editor does not moderate, and a moderator does not publish', () => {
  expect(may(person('editor'), 'comment.decide')).toBe(false)
  expect(may(person('moderator'), 'article.publish')).toBe(false)
})

test('who is banned may nothing, whatever the rank', () => {
  for (const permission of permissions.admin) expect(may(person('admin', 'ban'), permission)).toBe(false)
})

test('who is muted reads on and keeps the account, but neither writes, reacts, reports nor decides', () => {
  expect(may(person('moderator', 'mute'), 'comment.decide')).toBe(false)
  expect(may(person('member', 'mute'), 'account.change')).toBe(true)
  for (const permission of ['comment.post', 'comment.react', 'article.react', 'comment.report'] as const) {
    expect(may(person('member', 'mute'), permission)).toBe(false)
  }
})

test('a stranger may write as a guest and report, and not react', () => {
  expect(may(stranger, 'comment.post-as-guest')).toBe(true)
  expect(may(stranger, 'comment.report')).toBe(true)
  expect(may(stranger, 'comment.react')).toBe(false)
})
