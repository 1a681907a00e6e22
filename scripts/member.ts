import { parseArgs } from 'node:util'
import { z } from 'zod'
import { ranks } from '@/domain/actor'
import { changeRank } from '@/domain/member/change-rank'
import { memberOfAddress } from '@/domain/member/member-of-address'
import { emailAddress } from '@/domain/member/sign-in-input'
import { Fault } from '@/lib/fault'
import { line } from './console'
import { failWith } from './faults'
import { withDatabase } from './with-database'

const usage = `npm run member -- EMAIL --rank RANK

Gives the person of an e-mail address a rank, from their next request on; makes them a member if they are none yet.
They sign in at /sign-in with that address like everybody.

  RANK   one of ${ranks.join(', ')}
         (sets of permissions: an editor publishes but does not moderate, an admin may do both)`

const refusals = {
  'not-allowed': 'This may not be done from here.',
  'no-such-member': 'This member was deleted meanwhile: run the command again.',
  'last-admin': 'This is the last admin, and the paper needs one: make somebody else admin first.',
} as const

try {
  const asked = readArguments()
  line(asked ? await withDatabase(() => giveRank(asked)) : usage)
} catch (error) {
  failWith(error)
}

async function giveRank({ email, rank }: Asked) {
  const { id } = await memberOfAddress(email)
  const outcome = await changeRank('command-line', { memberId: id, rank })
  if (outcome.ok) return `${email} is now ${rank} (${outcome.value.handle}).`
  if (outcome.refusal === 'same-rank') return `${email} is ${rank} already.`
  throw new Fault(refusals[outcome.refusal])
}

type Asked = NonNullable<ReturnType<typeof readArguments>>

function readArguments() {
  const { values, positionals } = parsed()
  if (values.help) return undefined
  const email = emailAddress.safeParse(positionals[0])
  if (!email.success || positionals.length !== 1) {
    throw new Fault('Name one e-mail address, for example: npm run member -- anna@example.org --rank moderator')
  }
  const rank = z.enum(ranks).safeParse(values.rank)
  if (!rank.success) throw new Fault(`Name a rank with --rank: one of ${ranks.join(', ')}.`)
  return { email: email.data, rank: rank.data }
}

function parsed() {
  const options = { help: { type: 'boolean', short: 'h' }, rank: { type: 'string' } } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (cause) {
    throw new Fault('This option is not known: npm run member -- --help shows the others.', { cause })
  }
}
