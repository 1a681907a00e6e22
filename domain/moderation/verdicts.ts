import type { Standing } from './reasons'

/** What a moderator can do about a comment, in the order of its buttons. */
export type Verdict = 'approve' | 'keep' | 'hide' | 'restore'

/** Which of them fit a comment as it stands. */
export function verdictsFor(standing: Standing, openReports: number, isJudged: boolean): Verdict[] {
  switch (standing) {
    case 'held':
      return ['approve', 'hide']
    case 'visible':
      return openReports > 0 ? ['keep', 'hide'] : isJudged ? ['hide'] : ['approve', 'hide']
    case 'hidden':
      return ['restore']
    case 'deleted':
      return []
  }
}
