import { join, resolve } from 'node:path'
import { z } from 'zod'

const text = z.string().trim().min(1).optional()

const databaseAddress = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'expected postgres://user:password@host:5432/name',
})

const megabytes = (usual: number) =>
  z.coerce.number('expected a number of megabytes').min(1).max(1_000_000).default(usual)

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  NEXT_PHASE: text,
  PORT: z.coerce.number('expected a number from 0 to 65535').int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  SITE_NAME: z.string().trim().min(1).max(60).default('Courant'),
  SITE_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('en'),
  TIME_ZONE: z.string().default('UTC').refine(isTimeZone, 'is not a time zone, such as Europe/Dublin'),
  COMMENT_INDENT: z.coerce.number('expected a number from 1 to 12').int().min(1).max(12).default(6),
  COMMENT_FOLD_BELOW: z.coerce.number('expected a whole number').int().min(-100_000).max(0).default(-4),
  COMMENT_EDIT_MINUTES: z.coerce.number('expected a number of minutes, 0 to 1440').int().min(0).max(1440).default(5),
  REPORT_HOLD_WEIGHT: z.coerce.number('expected a number from 0 to 1000').min(0).max(1000).default(1.5),
  REACTIONS: z.enum(['members', 'everyone'], 'expected members or everyone').default('members'),
  DATABASE_URL: databaseAddress.optional(),
  DATA_DIR: z.string().default('.data'),
  AUTH_SECRET: text,
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text,
  SMTP_URL: text,
  MAIL_FROM: z.string().default('Courant <news@localhost>'),
  PAGE_CACHE_MB: megabytes(128),
  PAGE_DISK_MB: megabytes(512),
  CDN_PURGE_URL: z.url({ protocol: /^https?$/ }).optional(),
  CDN_PURGE_METHOD: z.enum(['POST', 'PURGE', 'BAN', 'DELETE']).default('POST'),
  CDN_PURGE_HEADER: z
    .string()
    .regex(/^[\w-]+: ?\S.*$/, 'expected one header, such as Authorization: Bearer …')
    .optional(),
  QUEUE_ALARM_HOURS: z.coerce.number('expected a number of hours from 0 to 720').min(0).max(720).default(24),
  SENDER_DAYS: z.coerce.number('expected a number of days from 1 to 365').int().min(1).max(365).default(30),
  TRUSTED_PROXIES: z.string().default(''),
  /** Next's folder for a build, set for it by `npm run build` and `npm start`. */
  NEXT_DIST_DIR: z.string().default('.next'),
  /** The address of the documents' script, set by `npm start` and `npm run dev`. */
  ENHANCE_MODULE: text,
  CHROMIUM_PATH: text,
  E2E_PORT: z.coerce.number().int().min(1).max(65535).default(3100),
  E2E_NODES: z.coerce.number().int().min(1).max(9).default(1),
  PATH: z.string().default(''),
  TEST_DATABASE_URL: databaseAddress.optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

let known: ReturnType<typeof readEnvironment> | undefined

/**
 * The environment of this process, read once and again after `addToEnvironment`: pages ask for it hundreds of times.
 * Throws a ZodError that names the variable.
 */
export function env() {
  known ??= readEnvironment(process.env)
  return known
}

export function readEnvironment(source: Record<string, string | undefined>) {
  const read = environment.parse(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== '')))
  return {
    isProduction: read.NODE_ENV === 'production',
    isDevelopment: read.NODE_ENV === 'development',
    /** `next build` runs without a database: queries answer as an empty paper and no cache stores anything. */
    isBuild: read.NEXT_PHASE === 'phase-production-build',
    port: read.PORT,
    host: read.HOST,
    siteUrl: (read.SITE_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    isSiteUrlGiven: read.SITE_URL !== undefined,
    siteName: read.SITE_NAME,
    siteLanguage: read.SITE_LANGUAGE,
    /** IANA name of the zone in which the paper tells the time. */
    timeZone: read.TIME_ZONE,
    /** How many levels below the first a page of comments draws. */
    commentIndent: read.COMMENT_INDENT,
    /** A comment whose likes less its dislikes are fewer is drawn folded. */
    commentFoldBelow: read.COMMENT_FOLD_BELOW,
    /** For how long authors may change a comment that readers see. */
    commentEditMinutes: read.COMMENT_EDIT_MINUTES,
    /** A comment whose open reports weigh so much waits for a moderator; 0 for never (docs/reports.md). */
    reportHoldWeight: read.REPORT_HOLD_WEIGHT,
    /** Who may like and dislike. */
    whoReacts: read.REACTIONS,
    databaseUrl: read.DATABASE_URL,
    dataFolder: resolve(read.DATA_DIR),
    outboxFolder: join(resolve(read.DATA_DIR), 'outbox'),
    authSecret: read.AUTH_SECRET,
    actionsKey: read.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    /** Bytes of finished pages kept in memory and on disk. */
    pageRoom: read.PAGE_CACHE_MB * 2 ** 20,
    pageDiskRoom: read.PAGE_DISK_MB * 2 ** 20,
    cdn: read.CDN_PURGE_URL
      ? { url: read.CDN_PURGE_URL, method: read.CDN_PURGE_METHOD, header: headerIn(read.CDN_PURGE_HEADER) }
      : undefined,
    /** Moderators get a letter where something waits longer for them; none for 0. */
    queueAlarmHours: read.QUEUE_ALARM_HOURS,
    /** For how long it is known which neighbourhood, as a hash, a comment came from. */
    senderDays: read.SENDER_DAYS,
    trustedProxies: read.TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean),
    logLevel: read.LOG_LEVEL,
    buildFolder: read.NEXT_DIST_DIR,
    enhanceModule: read.ENHANCE_MODULE,
    chromiumPath: read.CHROMIUM_PATH,
    path: read.PATH,
    e2ePort: read.E2E_PORT,
    /** Of how many nodes the site consists that is walked through. */
    e2eNodes: read.E2E_NODES,
    testDatabaseUrl: read.TEST_DATABASE_URL,
  }
}

function headerIn(line: string | undefined) {
  const [, name, value] = /^([\w-]+): ?(.*)$/.exec(line ?? '') ?? []
  return name && value ? { name, value } : undefined
}

/** Adds what a command made or chose itself, for this process and those that it starts. */
export function addToEnvironment(values: Record<string, string>) {
  Object.assign(process.env, values)
  known = undefined
}

function isTimeZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
