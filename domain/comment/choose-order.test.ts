import { expect, test } from 'vitest'
import { findThreadOrder } from '@/db/queries/members'
import { aMember } from '@/db/testing/a-paper'
import { stranger } from '../actor'
import { chooseOrder } from './choose-order'

test('a member’s order of conversations is remembered; a stranger has none to remember', async () => {
  const member = await aMember()
  expect(await findThreadOrder(member.id)).toBeUndefined()
  expect(await chooseOrder(member, 'best')).toMatchObject({ ok: true })
  expect(await findThreadOrder(member.id)).toBe('best')
  expect(await chooseOrder(stranger, 'best')).toMatchObject({ ok: false, refusal: 'not-allowed' })
})
