import { wilson } from '@/lib/wilson'

// How far reports are to be trusted together. docs/reports.md tells it with examples.

/** So many of a reporter's last decided reports tell how far a new one is to be trusted. */
export const judgedReports = 200

/** A guest has no record; it takes two of them to weigh what one new member does. */
export const guestWeight = 0.05

/**
 * What a member's report weighs: the lower bound of Wilson's interval for the share of upheld ones among those that
 * moderators decided, as if there were one more of each kind. From 0 to 1; 0.09 for whoever has no record.
 */
export const memberWeight = ({ upheld, dismissed }: { upheld: number; dismissed: number }) =>
  wilson(upheld + 1, dismissed + 1)

/** A report as far as its weight goes. */
export type Weighed = {
  id: string
  createdAt: Date
  /** By a guest, or by an account that was made lately. */
  isNew: boolean
  /** Hash of the neighbourhood that it came from. */
  senderHash: string | null
  weight: number
}

const minute = 60_000

/** An account that is younger when it reports is a new one. */
export const newAccountDays = 7

/** So many reports within so many minutes look arranged where they share a network, or most of them are by new accounts. */
const brigade = { within: 10 * minute, ofOneNetwork: 3, ofNewAccounts: 4 }

/** The reports that look arranged: of one network within minutes, or by new accounts within minutes. */
export function cohortOf(reports: Weighed[]) {
  const networks = Map.groupBy(
    reports.filter(({ senderHash }) => senderHash !== null),
    ({ senderHash }) => senderHash,
  )
  const found = [
    ...[...networks.values()].flatMap((ones) => crowded(ones, brigade.ofOneNetwork)),
    ...crowded(
      reports.filter(({ isNew }) => isNew),
      brigade.ofNewAccounts,
    ),
  ]
  return new Set(found.map(({ id }) => id))
}

/** Those that have `least - 1` others within the same minutes. */
function crowded(reports: Weighed[], least: number) {
  const inOrder = reports.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
  const runs = inOrder.map((first, place) =>
    inOrder.slice(place).filter(({ createdAt }) => createdAt.getTime() - first.createdAt.getTime() <= brigade.within),
  )
  return runs.filter((run) => run.length >= least).flat()
}

/** What the reports of a comment weigh together, those aside that look arranged. */
export function trustedWeight(reports: Weighed[]) {
  const cohort = cohortOf(reports)
  return reports.filter(({ id }) => !cohort.has(id)).reduce((sum, { weight }) => sum + weight, 0)
}
