import { ZodError } from 'zod'
import { Fault } from '@/lib/fault'
import { complain } from './console'

/** Ends a command that failed: one sentence where somebody can mend it, else everything that is known. */
export function failWith(error: unknown): never {
  const sentence = sentenceFor(error)
  complain(sentence ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)))
  process.exit(1)
}

export function sentenceFor(error: unknown) {
  if (error instanceof Fault) return error.message
  if (error instanceof ZodError) return aboutEnvironment(error)
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'EACCES' && 'path' in error) {
    return `${error.path} belongs to another user: start Courant as that user, or set DATA_DIR to a folder of your own.`
  }
  if (error.code === 'EADDRINUSE') return 'The port was taken meanwhile: stop what uses it, or set PORT to another.'
  if (error.code === 'ENOSPC') return 'The disk is full: make room and start again.'
  return undefined
}

/** Only the environment is parsed while a command starts. The value is not repeated: it may be a password. */
function aboutEnvironment({ issues }: ZodError) {
  const [first] = issues
  return `The environment variable ${String(first?.path[0])} is not valid (${first?.message}): correct it or leave it out.`
}
