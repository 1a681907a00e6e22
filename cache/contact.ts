import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const contact = z.object({
  /** Milliseconds since the epoch at which the invalidations were last read. */
  at: z.number(),
  /** Every transaction with a lower id had ended then. */
  horizon: z.string().regex(/^\d{1,20}$/),
})

/** Milliseconds without the database after which nothing that was kept is trusted any more: something may have been hidden. */
export const longestGap = 10 * 60_000

export type Contact = z.infer<typeof contact>

/** When this node last heard of everything that was invalidated: kept beyond a restart, beside the pages. */
export async function readContact(file: string): Promise<Contact | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  try {
    return contact.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

export async function writeContact(file: string, last: Contact) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(last))
  await rename(`${file}.new`, file)
}
