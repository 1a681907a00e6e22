import { parseArgs } from 'node:util'
import { makeOwnerLink } from '@/domain/member/owner-link'
import { Fault } from '@/lib/fault'
import { line } from './console'
import { failWith } from './faults'
import { withDatabase } from './with-database'

const usage = `npm run owner-link

Prints a link that signs the owner in, once and within 15 minutes. Where the paper has no admin yet, it gets one.
The link leads to SITE_URL, else to where the site ran last; it must run there when the link is opened.`

try {
  if (readOptions().help) line(usage)
  else line(await withDatabase(() => makeOwnerLink()))
} catch (error) {
  failWith(error)
}

function readOptions() {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }).values
  } catch (cause) {
    throw new Fault('This command takes no options but --help.', { cause })
  }
}
