import { keyedHash } from '@/lib/keyed-hash'

/** What the database knows a session by: whoever reads the table can't sign in with it. */
export const storedSessionToken = (token: string) => keyedHash('session', token)
