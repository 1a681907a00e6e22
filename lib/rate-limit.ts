type Window = { points: number; seconds: number }
type Limit = {
  /** All of them hold at once. The longer ones make somebody who goes on wait longer. */
  windows: readonly [Window, ...Window[]]
  /** What happens while the store of the counts is down: reading goes on, writing fails anyhow. */
  whenStoreFails: 'let-through' | 'throw'
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** How often one person, address or address prefix may do a thing. */
export const limits = {
  /** Letters to one address that one address prefix asks for. */
  'sign-in': { windows: [per(5, 10 * minute), per(12, hour)], whenStoreFails: 'throw' },
  /** Letters to one address, whoever asks: so many that one stranger does not take them from the one who owns it. */
  'sign-in-address': { windows: [per(20, 10 * minute), per(48, hour)], whenStoreFails: 'throw' },
  /** Letters that one address prefix asks for. */
  'sign-in-prefix': { windows: [per(20, 10 * minute)], whenStoreFails: 'throw' },
  /** Six-digit codes typed for one address; its letters' links go on working. */
  'sign-in-code': { windows: [per(30, day)], whenStoreFails: 'throw' },
  /** Links and codes redeemed from one address prefix. */
  'sign-in-redeem': { windows: [per(30, 10 * minute)], whenStoreFails: 'throw' },
  account: { windows: [per(20, hour)], whenStoreFails: 'throw' },
  /** People whom a member begins to ignore. */
  ignore: { windows: [per(30, 10 * minute), per(200, day)], whenStoreFails: 'throw' },
  comment: { windows: [per(5, minute), per(30, hour)], whenStoreFails: 'throw' },
  'comment-guest': { windows: [per(3, minute), per(10, hour)], whenStoreFails: 'throw' },
  /** Of everybody in one neighbourhood who is not signed in. */
  'reaction-guest': { windows: [per(30, minute), per(300, hour)], whenStoreFails: 'throw' },
  reaction: { windows: [per(60, minute)], whenStoreFails: 'throw' },
  /** Texts kept for a day without being posted: refusals, previews, ways to the code. */
  draft: { windows: [per(40, 10 * minute)], whenStoreFails: 'throw' },
  /** Codes made for forms; beyond it a guest asks for one by its button. */
  'new-code': { windows: [per(60, 10 * minute)], whenStoreFails: 'let-through' },
  report: { windows: [per(10, hour)], whenStoreFails: 'throw' },
  'confirmation-code': { windows: [per(60, 10 * minute)], whenStoreFails: 'throw' },
  search: { windows: [per(30, minute)], whenStoreFails: 'let-through' },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

function per(points: number, seconds: number): Window {
  return { points, seconds }
}
