import { z } from 'zod'
import { transact } from '@/db/invalidate'
import { insertNote } from '@/db/queries/desk-person'
import { findMemberToChange } from '@/db/queries/members'
import { peopleWords } from '@/lib/words/people'
import { type Actor, may } from '../actor'
import { done, refuse } from '../outcome'
import { note } from './reasons'

export const noteInput = z.object({
  memberId: z.uuid(),
  text: note.refine((text) => text !== '', { error: peopleWords.notes.needed }),
})

/** Writes a note about a member for the rest of the staff. It is never changed. */
export async function notePerson(actor: Actor, { memberId, text }: z.infer<typeof noteInput>, now = new Date()) {
  if (actor.id === null || !may(actor, 'member.note')) return refuse('not-allowed')
  const { id: authorId } = actor
  return transact(async (tx) => {
    const person = await findMemberToChange(memberId, tx)
    if (!person) return refuse('no-such-member')
    await insertNote({ memberId, authorId, text, createdAt: now }, tx)
    return done({ handle: person.handle })
  })
}
