import { numberedSlug, slugFrom } from '@/lib/slug'
import type { Table } from './copy'
import { type Plan, purpose } from './plan'
import { headline, paragraphs, standfirst } from './prose'
import { below, randomFor } from './random'
import { draw, subjects } from './vocabulary'

const batch = 'generated'
const moment = (time: number) => new Date(time).toISOString()
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Sections that an empty paper gets; one that has some keeps to them. */
export const generatedSections = ['News', 'Politics', 'Business', 'Science', 'Culture', 'Sport']

const labels = ['news', 'news', 'news', 'news', 'news', 'news', 'opinion', 'analysis'] as const

export function sectionTable(plan: Plan): Table {
  const row = (name: string, no: number) => {
    return [plan.keyAt(plan.since, 'section', no), `archive-${name.toLowerCase()}`, name, no, batch]
  }
  return {
    name: 'section',
    columns: ['id', 'slug', 'name', 'position', 'batch'],
    rows: () => generatedSections.map(row),
  }
}

export function topicTable(plan: Plan): Table {
  const row = (subject: string, no: number) => {
    return [plan.keyAt(plan.since, 'topic', no), `archive-${subject}`, upper(subject), batch]
  }
  return {
    name: 'topic',
    columns: ['id', 'slug', 'name', 'batch'],
    rows: () => subjects.slice(0, plan.topics).map(row),
  }
}

export function authorTable(plan: Plan): Table {
  function* rows() {
    for (let no = 0; no < plan.authors; no++) {
      const name = draw.person(randomFor(plan.seed, purpose.people, -2 - no))
      yield [plan.keyAt(plan.since, 'author', no), `archive-${no + 1}-${slugFrom(name)}`, name, 'Reporter', batch]
    }
  }
  return { name: 'author', columns: ['id', 'slug', 'name', 'role', 'batch'], rows }
}

/** As drafts: they are published when their texts are there, since each refers to the other. */
export function articleTable(plan: Plan, sectionIds: readonly string[]): Table {
  const columns = ['id', 'slug', 'label', 'section_id', 'published_at', 'language', 'batch', 'created_at']
  function* rows() {
    for (let no = 0; no < plan.articles; no++) {
      const random = randomFor(plan.seed, purpose.article, no)
      const section = sectionIds[below(random, sectionIds.length)] ?? null
      const at = moment(plan.publishedAt(no))
      const slug = numberedSlug(slugFrom(headlineOf(plan, no)), no + 2)
      yield [plan.articleId(no), slug, labels[below(random, labels.length)] ?? 'news', section, at, 'en', batch, at]
    }
  }
  return { name: 'article', columns, rows }
}

export function versionTable(plan: Plan): Table {
  const columns = [
    'id',
    'article_id',
    'no',
    'headline',
    'standfirst',
    'body',
    'body_text',
    'effective_at',
    'created_at',
  ]
  function* rows() {
    for (let no = 0; no < plan.articles; no++) {
      const random = randomFor(plan.seed, purpose.text, no)
      const title = headline(random)
      const summary = standfirst(random)
      const texts = paragraphs(random, plan.words(no))
      const at = moment(plan.publishedAt(no))
      const body = JSON.stringify(bodyOf(texts))
      yield [plan.versionId(no), plan.articleId(no), 1, title, summary, body, texts.join('\n\n'), at, at]
    }
  }
  return { name: 'article_version', columns, rows }
}

/** One or two authors each; of the topics some are written about far more than others. */
export function articleAuthorTable(plan: Plan): Table {
  return linkTable(plan, 'article_author', 'author', plan.authors, [1, 1, 1, 2])
}

export function articleTopicTable(plan: Plan): Table {
  return linkTable(plan, 'article_topic', 'topic', plan.topics, [1, 2, 2, 3])
}

function linkTable(plan: Plan, name: string, to: 'author' | 'topic', count: number, many: number[]): Table {
  function* rows() {
    for (let no = 0; no < plan.articles; no++) {
      const random = randomFor(plan.seed, purpose.article, -2 - no)
      const first = Math.floor(count * random() ** 2)
      const links = many[below(random, many.length)] ?? 1
      for (let position = 0; position < links; position++) {
        const key = plan.keyAt(plan.since, to, (first + position * 7) % count)
        yield [plan.articleId(no), key, position]
      }
    }
  }
  return { name, columns: ['article_id', `${to}_id`, 'position'], rows }
}

const headlineOf = (plan: Plan, no: number) => headline(randomFor(plan.seed, purpose.text, no))

function bodyOf(texts: string[]) {
  const blocks = texts.map((text, place) => ({ type: 'paragraph', id: `p${place}`, content: [{ type: 'text', text }] }))
  return { version: 1, blocks }
}
