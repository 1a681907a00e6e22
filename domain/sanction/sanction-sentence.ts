import type { OwnSanction } from '@/db/queries/sanctions'
import { dateFormat } from '@/lib/date-format'
import { env } from '@/lib/env'
import { sanctionWords } from '@/lib/words/sanction'

const words = sanctionWords.own

/** What somebody is told who is held back: what they can't do, until when, and why. */
export function sanctionSentence({ kind, endsAt, sectionName, reason, ruleNo }: OwnSanction) {
  const [where, end] = [
    sectionName ? words.inSection(sectionName) : '',
    endsAt ? words.until(momentInWords(endsAt)) : '',
  ]
  const why = words.why(ruleNo === null ? reason : words.rule(ruleNo, reason))
  if (kind === 'warning') return `${words.warning} ${why}`
  return `${kind === 'ban' ? words.ban(end) : words[kind](where, end)} ${why}`
}

/** A moment as a sentence says it, in the paper's zone. */
export function momentInWords(at: Date) {
  const { siteLanguage, timeZone } = env()
  return dateFormat(siteLanguage, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone }).format(at)
}

/** The heaviest that takes somebody's voice away; of a list that has the heaviest first. */
export const heldBackBy = (sanctions: OwnSanction[]) => sanctions.find(({ kind }) => kind === 'ban' || kind === 'mute')
