import { stranger } from '@/domain/actor'
import { meetBlock } from '@/domain/block/meet-block'
import { takeLetter } from './letter-allowance'
import { signIn } from './next-auth'
import { currentVisitor } from './visitor'

/**
 * Has a letter written to an address, whoever it belongs to. The same statements run and the same answer is given
 * for an address that is known here and for one that is not.
 */
export async function askForLetter(email: string, next?: string) {
  const { addressHash } = await currentVisitor()
  const allowance = await takeLetter(email, addressHash)
  if (!allowance.ok) return { ...allowance, why: 'too-often' as const }
  // Whoever the address belongs to: the answer must not say who has an account here.
  const block = await meetBlock(stranger, { email })
  if (block) return { ok: false as const, why: 'blocked' as const, block }

  const goal: string = await signIn('email', { email, redirect: false, redirectTo: next ?? '/account' })
  if (/[?&]error=/.test(goal)) throw new Error('A sign-in letter could not be written; Auth.js has logged the cause')
  return { ok: true as const }
}
