import pino from 'pino'
import { env } from './env'

/** The site's own log: one JSON object a line, without addresses, texts or secrets of people. */
export const log = pino({ level: env().logLevel })
