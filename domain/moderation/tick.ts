import { z } from 'zod'
import { type Standing, seenAs } from './reasons'

/** A ticked comment as the moderator saw it: its key, how it stood, and when it was last changed. */
export const tick = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z]+\.\d{1,16}$/)
  .transform((text) => {
    const [commentId, standing, edited] = text.split('.')
    return { commentId, seenAs: standing, seenEdit: Number(edited) }
  })
  .pipe(z.object({ commentId: z.string(), seenAs, seenEdit: z.number() }))

export const tickText = (comment: { id: string; standing: Standing; editedAt: Date | null }) =>
  `${comment.id}.${comment.standing}.${comment.editedAt?.getTime() ?? 0}`
