import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, moment } from './columns'

// The private side of a person, as Auth.js keeps it. Its adapter decides the names of the properties.

export const user = pgTable('user', {
  id: id(),
  name: text(),
  email: text().unique(),
  emailVerified: moment(),
  image: text(),
})

export const account = pgTable(
  'account',
  {
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    refresh_token: text(),
    access_token: text(),
    expires_at: integer(),
    token_type: text(),
    scope: text(),
    id_token: text(),
    session_state: text(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] })],
)

/** One signed-in browser. */
export const session = pgTable('session', {
  sessionToken: text().primaryKey(),
  userId: uuid()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  expires: moment().notNull(),
  /** What the browser called itself when it signed in, so that the person knows it again in the list of devices. */
  device: text(),
  createdAt: createdAt(),
})

export const verificationToken = pgTable(
  'verification_token',
  {
    identifier: text().notNull(),
    token: text().notNull(),
    expires: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.identifier, table.token] })],
)

/** The six digits beside the link of a sign-in letter: good in the browser that asked for them only. */
export const signInCode = pgTable('sign_in_code', {
  id: id(),
  email: text().notNull(),
  /** HMAC of the digits. */
  codeHash: text().notNull(),
  /** HMAC of the browser's cookie. */
  browserHash: text().notNull(),
  /** The letter's own token, sealed, which the right digits redeem. */
  sealedToken: text().notNull(),
  tries: integer().notNull().default(0),
  expiresAt: moment().notNull(),
  createdAt: createdAt(),
})

/** A sign-in link that a command printed for one member: once, and for 15 minutes. */
export const ownerLink = pgTable('owner_link', {
  /** SHA-256 of the link's token, hexadecimal. */
  tokenHash: text().primaryKey(),
  memberId: uuid().notNull(),
  expiresAt: moment().notNull(),
  usedAt: moment(),
  createdAt: createdAt(),
})
