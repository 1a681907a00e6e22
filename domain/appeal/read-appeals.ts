import { countOpenAppeals, listDecidedAppeals, listModeratorIds, listOpenAppeals } from '@/db/queries/appeals'
import type { MemberActor } from '../actor'
import { hasOtherModerator, whyNotTheirs } from './whose-turn'

const mostShown = 50
const mostDecided = 20

/** The appeals that wait, each with whether this person decides it and why not, and those that were decided last. */
export async function readAppeals(actor: MemberActor, now = new Date()) {
  const [open, decided, total, moderatorIds] = await Promise.all([
    listOpenAppeals(mostShown),
    listDecidedAppeals(mostDecided),
    countOpenAppeals(),
    listModeratorIds(now),
  ])
  const waiting = open.map((appeal) => ({
    appeal,
    whyNot: whyNotTheirs(actor, appeal, moderatorIds),
    hasOtherModerator: hasOtherModerator(appeal, moderatorIds),
  }))
  return { waiting, decided, total }
}

export type Appeals = Awaited<ReturnType<typeof readAppeals>>
