import { parseArgs } from 'node:util'
import { findDemonstrationRows, removeDemonstrationPaper } from '@/db/seed/remove-demo'
import { Fault } from '@/lib/fault'
import { newsroomWords } from '@/lib/words/newsroom'
import { line } from './console'
import { failWith } from './faults'
import { withDatabase } from './with-database'

const words = newsroomWords.demo

try {
  const { help, yes } = readOptions()
  line(help ? words.usage : await withDatabase(() => remove(yes === true)))
} catch (error) {
  failWith(error)
}

async function remove(isSure: boolean) {
  const { articles, commentsOfOthers } = await findDemonstrationRows()
  if (articles === 0) return words.nothing
  if (commentsOfOthers > 0 && !isSure) throw new Fault(words.ask(commentsOfOthers))
  const gone = await removeDemonstrationPaper()
  return words.removed(gone.articles, gone.commentsOfOthers)
}

function readOptions() {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h' }, yes: { type: 'boolean' } } }).values
  } catch (cause) {
    throw new Fault(words.unknownOption, { cause })
  }
}
