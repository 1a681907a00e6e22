import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addToEnvironment, env } from '@/lib/env'

const file = () => join(env().dataFolder, 'address')

/** Leaves the address of the running site beside its data, for the commands that print links to it. */
export const keepSiteAddress = () => writeFileSync(file(), env().siteUrl)

/** Where SITE_URL does not name one: the address under which the site ran last on these data. */
export function recallSiteAddress() {
  if (env().isSiteUrlGiven) return
  const kept = z.url({ protocol: /^https?$/ }).safeParse(readIfThere(file()))
  if (kept.success) addToEnvironment({ SITE_URL: kept.data })
}

function readIfThere(path: string) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
