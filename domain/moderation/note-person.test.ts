import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { listNotes } from '@/db/queries/desk-person'
import { member, memberNote } from '@/db/schema'
import { aMember } from '@/db/testing/a-paper'
import { newId } from '@/lib/new-id'
import { ranks, stranger } from '../actor'
import { noteInput, notePerson } from './note-person'

test('moderators and admins note something about a person; nobody else does', async () => {
  for (const rank of ranks) {
    const person = await aMember()
    const actor = await aMember({ rank })
    const outcome = await notePerson(actor, { memberId: person.id, text: 'Twice warned by mail.' })
    const isAllowed = rank === 'moderator' || rank === 'admin'
    expect([rank, outcome.ok]).toEqual([rank, isAllowed])
    expect(await listNotes(person.id)).toMatchObject(
      isAllowed ? [{ text: 'Twice warned by mail.', authorName: actor.name }] : [],
    )
  }
  const { id: memberId } = await aMember()
  const moderator = await aMember({ rank: 'moderator' })
  for (const actor of [stranger, { ...moderator, sanction: 'ban' as const }])
    expect(await notePerson(actor, { memberId, text: 'No.' })).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await notePerson(moderator, { memberId: newId(), text: 'Who?' })).toMatchObject({ refusal: 'no-such-member' })
})

test('a note is never changed, stays when its author goes, and goes with whom it is about', async () => {
  const [person, author] = [await aMember(), await aMember({ rank: 'moderator' })]
  await notePerson(author, { memberId: person.id, text: 'Careful.' })
  await expect(db.update(memberNote).set({ text: 'Nothing.' }).execute()).rejects.toThrow()
  await db.delete(member).where(eq(member.id, author.id))
  expect(await listNotes(person.id)).toMatchObject([{ text: 'Careful.', authorName: null }])
  await db.delete(member).where(eq(member.id, person.id))
  expect(await listNotes(person.id)).toEqual([])
})

test('an empty note is no note', () => {
  expect(noteInput.safeParse({ memberId: newId(), text: '  ' }).success).toBe(false)
})
