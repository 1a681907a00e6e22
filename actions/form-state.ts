import type { ZodError } from 'zod'

/** What a form shows when it comes back. `kept` holds named text fields: never the whole form, a code or a file. */
export type FormState =
  | { status: 'idle' }
  | { status: 'refused'; message: string; kept: Record<string, string>; fields?: Record<string, string> }

export const idle: FormState = { status: 'idle' }

/** The first fault of each field, in the words of its schema. */
export function invalid(error: ZodError, kept: Record<string, string>): FormState {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[String(issue.path[0] ?? '')] ??= issue.message
  return { status: 'refused', message: Object.values(fields)[0] ?? '', kept, fields }
}

/** A refusal that the act gave; `fields` where one field is what it speaks of. */
export function refused(
  message: string,
  kept: Record<string, string> = {},
  fields?: Record<string, string>,
): FormState {
  return { status: 'refused', message, kept, ...(fields && { fields }) }
}
