import { seal, unseal } from '@/lib/seal'

const purpose = 'form drawn at'

/** What a form of the discussion page carries: when it was drawn, so that nobody can say otherwise. */
export const drawnAt = (now = new Date()) => seal(purpose, String(now.getTime()))

/** Seconds between the drawing of a form and its sending; none where nobody knows, as for the form of a stored page. */
export function secondsToWrite(drawn: string | undefined, now: Date) {
  if (!drawn) return null
  try {
    return (now.getTime() - Number(unseal(purpose, drawn))) / 1000
  } catch {
    // Sealed under an earlier secret, or by somebody else.
    return null
  }
}
