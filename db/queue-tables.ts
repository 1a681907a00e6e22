import { PgBoss } from 'pg-boss'

/** What acts put into the queue, by name. */
export const sentJobs = ['mail-notifications', 'tell-of-hold', 'tell-guest'] as const
export type SentJobName = (typeof sentJobs)[number]

/** A job that never succeeded is shown to admins for so long. */
const keptSeconds = 14 * 24 * 60 * 60

const ways = { policy: 'standard', deleteAfterSeconds: keptSeconds } as const

/** Makes the queue's tables, and what acts need to put jobs in, before the first act runs. */
export async function installQueue(databaseUrl: string) {
  const boss = new PgBoss({ connectionString: readByPg(databaseUrl), max: 1, ...still })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const name of sentJobs) await boss.createQueue(name, ways)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** pg reads `sslmode=require` more strictly than libpq and than the driver of everything else, unless it is told. */
export function readByPg(databaseUrl: string) {
  const address = new URL(databaseUrl)
  if (address.searchParams.has('sslmode')) address.searchParams.set('uselibpqcompat', 'true')
  return address.href
}

/** It only puts jobs in: `jobs/` takes them. */
export const still = { supervise: false, schedule: false, registerInstance: false, monitorVacuum: false } as const
