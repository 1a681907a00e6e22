import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '@/db/client'
import { invalidate, tags, transact } from '@/db/invalidate'
import { insertArticle, insertVersion, setAuthors, setTopics, updateArticle } from '@/db/queries/article-changes'
import { takeSlug } from '@/db/queries/article-slugs'
import { findImportedArticle, type ImportedArticle } from '@/db/queries/imported-articles'
import { takeAuthors, takeSection, takeTopics } from '@/db/queries/named-on-demand'
import { newId } from '@/lib/new-id'
import { done, refuse } from '../../outcome'
import { articleTags } from '../article-tags'
import { plainTextFromBody } from '../body/to-plain-text'
import type { ImportLine } from './import-line'

/**
 * Takes an article in from elsewhere; only who holds the command line can. One that was taken in before is known by
 * its source's key: it gets a new version where the source changed it, unless the newsroom has edited or withdrawn it.
 * Section, authors and topics are given at the first time; afterwards they are the newsroom's.
 */
export async function importArticle(_who: 'command-line', line: ImportLine, otherwiseIn: string, now = new Date()) {
  return transact(async (tx) => {
    const before = await findImportedArticle(line.source, line.id, tx)
    if (!before) {
      await insert(line, otherwiseIn, now, tx)
      return done('imported' as const)
    }
    const isTextSame = isDeepStrictEqual(textOf(before), textOf({ ...line, language: line.lang }))
    if (isTextSame && isDeepStrictEqual(originOf(before), originOf({ ...line, sourceUrl: line.url })))
      return done('unchanged' as const)
    if (before.latestNo !== before.no) return refuse('edited-here')
    if (before.state !== 'published') return refuse('withdrawn-here')
    await change(before, line, isTextSame, now, tx)
    return done('changed' as const)
  })
}

/** After many: the front page and the feeds need not wait for their turn. */
export async function finishImport() {
  await transact((tx) => invalidate(tx, [tags.front, tags.wire, tags.sections], 'now'))
}

const textOf = ({
  language,
  headline,
  standfirst,
  body,
}: Pick<ImportedArticle, 'language' | 'headline' | 'standfirst' | 'body'>) => ({
  language,
  headline,
  standfirst,
  body,
})

const originOf = ({
  publishedAt,
  sourceUrl,
  licence,
}: Pick<ImportedArticle, 'publishedAt' | 'sourceUrl' | 'licence'>) => ({
  publishedAt,
  sourceUrl,
  licence,
})

async function insert(line: ImportLine, otherwiseIn: string, now: Date, tx: Tx) {
  const id = newId()
  const { source, publishedAt, licence } = line
  const sectionId = await takeSection(line.section || otherwiseIn, tx, 'import')
  const slug = await takeSlug(line.headline, id, tx)
  const origin = { source, sourceKey: line.id, sourceUrl: line.url, licence, batch: 'import' as const }
  await insertArticle({ id, slug, sectionId, language: line.lang, createdAt: now, ...origin }, tx)
  const version = await addVersion(id, 1, line, publishedAt, now, tx)
  await updateArticle(id, { state: 'published', publishedAt, versionId: version.id }, tx)
  await setAuthors(id, await takeAuthors(line.byline, tx, 'import'), tx)
  await setTopics(id, await takeTopics(line.tags, tx, 'import'), tx)
  await invalidate(tx, await articleTags({ id, slug, sectionId, publishedAt }, tx), 'soon')
}

async function change(before: ImportedArticle, line: ImportLine, isTextSame: boolean, now: Date, tx: Tx) {
  const { publishedAt, licence } = line
  const tagsBefore = await articleTags(before, tx)
  await updateArticle(before.id, { publishedAt, sourceUrl: line.url, licence, language: line.lang }, tx)
  if (!isTextSame) {
    const isOut = publishedAt <= now
    const version = await addVersion(before.id, before.no + 1, line, isOut ? now : publishedAt, now, tx)
    await updateArticle(before.id, { versionId: version.id, changedAt: isOut ? now : null }, tx)
  }
  await invalidate(tx, [...tagsBefore, ...(await articleTags({ ...before, publishedAt }, tx))], 'soon')
}

function addVersion(articleId: string, no: number, line: ImportLine, effectiveAt: Date, now: Date, tx: Tx) {
  const { headline, standfirst, body, lang: language } = line
  const text = { language, kicker: '', headline, standfirst, body, bodyText: plainTextFromBody(body) }
  const picture = { pictureId: null, pictureCaption: '' }
  return insertVersion({ articleId, no, ...text, ...picture, savedBy: null, effectiveAt, createdAt: now }, tx)
}
