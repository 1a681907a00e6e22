import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Db, db, type Tx } from '../client'
import { comment, wordList, wordTerm } from '../schema'

/** More lists than anybody keeps. */
const mostLists = 200

/** A paper's lists of terms for the word filter. */
export async function listWordLists(on: Db = db) {
  return on
    .select({
      id: wordList.id,
      name: wordList.name,
      level: wordList.level,
      mode: wordList.mode,
      version: wordList.version,
      terms: wordList.terms,
      changedAt: wordList.changedAt,
    })
    .from(wordList)
    .orderBy(asc(wordList.name), asc(wordList.id))
    .limit(mostLists)
}

export type WordList = Awaited<ReturnType<typeof listWordLists>>[number]

/** The lists for a change: changes come one after the other, since all lists share one limit. */
export async function listWordListsToChange(tx: Tx) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('word lists', 0))`)
  return listWordLists(tx)
}

export async function insertWordList(values: typeof wordList.$inferInsert, tx: Tx) {
  const [row] = await tx.insert(wordList).values(values).returning({ id: wordList.id })
  if (!row) throw new Error('no list of words was made')
  return row
}

export async function updateWordList(id: string, values: Partial<typeof wordList.$inferInsert>, tx: Tx) {
  await tx.update(wordList).set(values).where(eq(wordList.id, id))
}

/** All terms of some lists. */
export async function listTerms(listIds: string[], limit: number, on: Db = db) {
  if (listIds.length === 0) return []
  return on
    .select({ listId: wordTerm.listId, term: wordTerm.term })
    .from(wordTerm)
    .where(inArray(wordTerm.listId, listIds))
    .orderBy(asc(wordTerm.listId), asc(wordTerm.term))
    .limit(limit)
}

/** A page of one list, in the order of their signs. */
export async function listTermsOf(listId: string, page: { limit: number; offset: number }, on: Db = db) {
  const rows = await on
    .select({ term: wordTerm.term })
    .from(wordTerm)
    .where(eq(wordTerm.listId, listId))
    .orderBy(asc(wordTerm.term))
    .limit(page.limit)
    .offset(page.offset)
  return rows.map(({ term }) => term)
}

/** Terms in one question, however many: Postgres takes 65,534 values of one question, and one array. */
const asRows = (terms: string[]) => sql`jsonb_array_elements_text(${JSON.stringify(terms)}::jsonb)`

/** Puts terms in, and answers how many were not there before. */
export async function insertTerms(listId: string, terms: string[], tx: Tx) {
  const added = await tx.execute<{ n: number }>(sql`
    with added as (
      insert into ${wordTerm} (list_id, term) select ${listId}::uuid, term from ${asRows(terms)} term
      on conflict do nothing returning 1)
    select count(*)::int as n from added`)
  return added[0]?.n ?? 0
}

/** Takes terms out, and answers how many were there. */
export async function deleteTerms(listId: string, terms: string[], tx: Tx) {
  const deleted = await tx.execute<{ n: number }>(sql`
    with deleted as (
      delete from ${wordTerm} where list_id = ${listId}::uuid and term in (select ${asRows(terms)}) returning 1)
    select count(*)::int as n from deleted`)
  return deleted[0]?.n ?? 0
}

const isFoundBy = (listId: string, isShadow: boolean) => {
  const finding = { because: 'word', listId, ...(isShadow && { shadow: true }) }
  return and(
    sql`${comment.findings} @> ${JSON.stringify([finding])}::jsonb`,
    isShadow ? undefined : sql`not ${comment.findings} @> ${JSON.stringify([{ ...finding, shadow: true }])}::jsonb`,
  )
}

/** How many comments a list holds, or would have held while it was a shadow. */
export async function countFoundBy(listId: string, isShadow: boolean, on: Db = db) {
  return on.$count(comment, isFoundBy(listId, isShadow))
}

/** The comments that a list would have held while it was a shadow, the latest first. */
export async function listShadowFinds(listId: string, page: { limit: number; offset: number }, on: Db = db) {
  return on
    .select({ id: comment.id, text: comment.text, findings: comment.findings, createdAt: comment.createdAt })
    .from(comment)
    .where(isFoundBy(listId, true))
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(page.limit)
    .offset(page.offset)
}
