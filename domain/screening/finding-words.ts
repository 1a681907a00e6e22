import { screeningWords } from '@/lib/words/screening'
import type { Finding } from './finding'

const words = screeningWords.because

/** What was found in a comment, as its author and the moderators read it. */
export function sentenceOf(finding: Finding): string {
  switch (finding.because) {
    case 'guest':
      return words.guest
    case 'first-comment':
      return ofFirstComment(finding)
    case 'links':
      return ofLinks(finding)
    case 'duplicate':
      return words.duplicate
    case 'unseen-domain':
      return words.unseenDomain(finding.domains)
    case 'denied-domain':
      return words.deniedDomain(finding.domains)
    case 'premoderated':
      return words.premoderated
    case 'record':
      return words.record(finding.hidden, finding.decided)
    case 'too-fast':
      return words.tooFast(finding.seconds)
    case 'reports':
      return words.reports
    case 'sanction':
      return words.sanction
    case 'word':
      return words.word
    case 'newsroom':
      return finding.sentence
  }
}

type Of<Because> = Extract<Finding, { because: Because }>

function ofFirstComment({ approved = 0, needed = 1 }: Of<'first-comment'>) {
  return needed === 1 ? words.firstComment : words.firstComments(approved, needed)
}

function ofLinks({ links, most, editedIn }: Of<'links'>) {
  if (editedIn) return words.linksEditedIn
  return links === undefined || most === undefined ? words.links : words.linksOver(links, most)
}
