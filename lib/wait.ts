import { commentWords } from './words/comment'

/** A length of time as people say it, rounded up: “20 minutes”, “3 hours”, “2 days”. */
export function waitInWords(minutes: number) {
  if (minutes < 55) return commentWords.minutes(minutes <= 1 ? 1 : Math.ceil(minutes / 5) * 5)
  if (minutes < 36 * 60) return commentWords.hours(Math.max(1, Math.round(minutes / 60)))
  return commentWords.days(Math.round(minutes / (24 * 60)))
}

/** A wait that is counted in seconds, never said shorter than it is: “45 seconds”, “2 minutes”, “2 hours”. */
export function waitInSeconds(seconds: number) {
  if (seconds <= 90) return commentWords.seconds(seconds)
  if (seconds <= 90 * 60) return commentWords.minutes(Math.ceil(seconds / 60))
  return commentWords.hours(Math.ceil(seconds / 3600))
}
