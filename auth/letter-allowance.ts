import { takeFrom } from '@/db/rate-limit'

/**
 * Counts one more letter: for who asks, for the address as it is asked from there, and for the address. What a stranger
 * is refused leaves the address's owner as many as before.
 */
export async function takeLetter(email: string, addressHash: string) {
  const fromHere = await takeFrom('sign-in-prefix', addressHash)
  if (!fromHere.ok) return fromHere
  const toAddressFromHere = await takeFrom('sign-in', `${email} ${addressHash}`)
  return toAddressFromHere.ok ? takeFrom('sign-in-address', email) : toAddressFromHere
}
