import { headers } from 'next/headers'
import { unauthorized } from 'next/navigation'
import { type FormState, refused } from './form-state'

/** Not sent to sign in, so that the text stays where it was typed; without scripts the server's own page gives it back. */
export async function signedOut(message: string, kept: Record<string, string> = {}): Promise<FormState> {
  if (!(await headers()).has('next-action')) unauthorized()
  return refused(message, kept)
}
