import { z } from 'zod'
import { countFoundBy, listShadowFinds, listTermsOf, listWordLists } from '@/db/queries/word-lists'
import { findLastTrial, listFinds } from '@/db/queries/word-trials'
import { mostFinds } from './try-list'

const perPage = { terms: 200, finds: 20, shadow: 20 } as const

const page = z.coerce.number().int().min(1).max(100_000).catch(1)

/** Which page of each part is looked at; what makes no sense is the first. */
export const listQuestion = z.object({ terms: page, finds: page, shadow: page })

type Question = z.infer<typeof listQuestion>

/** A list with its latest trial and a page of each: its terms, what the trial found, what it found as a shadow. */
export async function readList(id: string, asked: Question) {
  const list = (await listWordLists()).find((one) => one.id === id)
  if (!list) return
  const [trial, shadows, held] = await Promise.all([findLastTrial(id), countFoundBy(id, true), countFoundBy(id, false)])
  const pages = {
    terms: pageOf(asked.terms, list.terms, perPage.terms),
    finds: { ...pageOf(asked.finds, Math.min(trial?.found ?? 0, mostFinds), perPage.finds), most: mostFinds },
    shadow: pageOf(asked.shadow, shadows, perPage.shadow),
  }
  const [terms, finds, shadowFinds] = await Promise.all([
    listTermsOf(id, pages.terms),
    trial ? listFinds(trial.id, pages.finds) : [],
    listShadowFinds(id, pages.shadow),
  ])
  return { list, trial, held, shadows, pages, terms, finds, shadowFinds: shadowFinds.map((one) => asFind(one, id)) }
}

export type ListOnDesk = NonNullable<Awaited<ReturnType<typeof readList>>>

function pageOf(asked: number, all: number, limit: number) {
  const pages = Math.max(1, Math.ceil(all / limit))
  // What was on the last page may be gone.
  const page = Math.min(asked, pages)
  return { page, pages, limit, offset: (page - 1) * limit }
}

function asFind({ findings, ...found }: Awaited<ReturnType<typeof listShadowFinds>>[number], listId: string) {
  const words = (findings ?? []).flatMap((one) => (one.because === 'word' && one.listId === listId ? one.words : []))
  return { ...found, words }
}
