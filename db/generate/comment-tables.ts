import { wilson } from '@/lib/wilson'
import { type Conversation, converse } from './conversation'
import type { Table } from './copy'
import { type Plan, purpose } from './plan'
import { remark } from './prose'
import { below, fewOrMany, randomFor } from './random'
import { draw } from './vocabulary'

const batch = 'generated'
const moment = (time: number) => new Date(time).toISOString()
const reasons = ['personal-attack', 'spam', 'off-topic', 'other'] as const
const hiddenAfter = 34 * 60_000

export function memberTable(plan: Plan): Table {
  const columns = ['id', 'handle', 'name', 'rank', 'name_chosen', 'batch', 'created_at']
  function* rows() {
    for (let no = 0; no < plan.members; no++) {
      const name = draw.person(randomFor(plan.seed, purpose.people, no))
      const rank = no === 0 ? 'moderator' : 'member'
      yield [plan.memberId(no), `archive-${no}`, name, rank, 't', batch, moment(plan.since)]
    }
  }
  return { name: 'member', columns, rows }
}

export function commentTable(plan: Plan): Table {
  const columns = [
    ...['id', 'article_id', 'parent_id', 'root_id', 'depth', 'root_no', 'member_id', 'text', 'standing'],
    ...['held_because', 'hidden_because', 'visible_at', 'moved_at', 'article_version_id', 'post_key', 'batch'],
    'created_at',
  ]
  return { name: 'comment', columns, rows: () => eachComment(plan, commentRow) }
}

function* commentRow(plan: Plan, talk: Conversation, place: number) {
  const { id, memberId, parentId, rootId, at, standing, hidden } = whatIs(plan, talk, place)
  const text = remark(randomFor(plan.seed, purpose.remark, talk.first + place))
  const seen = standing === 'held' ? null : moment(at)
  yield [
    ...[id, plan.articleId(talk.article), parentId, rootId, talk.depth[place] ?? 0, talk.rootNo[place] || null],
    ...[memberId, text, standing, standing === 'held' ? 'first-comment' : null, hidden?.because ?? null, seen],
    ...[hidden?.at ?? null, plan.versionId(talk.article), `generated:${id}`, batch, moment(at)],
  ]
}

export function commentCountTable(plan: Plan): Table {
  const columns = ['comment_id', 'article_id', 'root_no', 'likes', 'dislikes', 'replies', 'best']
  return { name: 'comment_count', columns, rows: () => eachComment(plan, commentCountRow) }
}

function* commentCountRow(plan: Plan, talk: Conversation, place: number) {
  const [likes, dislikes] = [talk.likes[place] ?? 0, talk.dislikes[place] ?? 0]
  const rootNo = talk.depth[place] === 0 ? talk.rootNo[place] || null : null
  const article = plan.articleId(talk.article)
  yield [
    commentId(plan, talk, place),
    article,
    rootNo,
    likes,
    dislikes,
    talk.replies[place] ?? 0,
    wilson(likes, dislikes),
  ]
}

export function commentReactionTable(plan: Plan): Table {
  let given = 0
  return {
    name: 'comment_reaction',
    columns: ['id', 'comment_id', 'member_id', 'value', 'created_at'],
    rows: () =>
      eachComment(plan, function* (_, talk, place) {
        const id = commentId(plan, talk, place)
        const at = talk.createdAt[place] ?? 0
        for (const { by, value } of reactions(plan, talk.likes[place] ?? 0, talk.dislikes[place] ?? 0, place))
          yield [plan.keyAt(at, 'reaction', given++), id, by, value, moment(at)]
      }),
  }
}

/** What a moderator did about the comments that are hidden. */
export function decisionTable(plan: Plan): Table {
  const columns = [
    ...['id', 'kind', 'comment_id', 'article_id', 'member_id', 'actor_id', 'actor_rank', 'reason', 'before', 'after'],
    ...['batch', 'created_at'],
  ]
  return { name: 'decision', columns, rows: () => eachComment(plan, decisionRow) }
}

function* decisionRow(plan: Plan, talk: Conversation, place: number) {
  const { id, memberId, hidden } = whatIs(plan, talk, place)
  if (!hidden) return
  const key = plan.keyAt(talk.createdAt[place] ?? 0, 'decision', talk.first + place)
  const [before, after] = ['{"standing":"visible"}', '{"standing":"hidden"}']
  const who = [memberId, plan.memberId(0), 'moderator']
  yield [key, 'hide-comment', id, plan.articleId(talk.article), ...who, hidden.because, before, after, batch, hidden.at]
}

export function articleCountTable(plan: Plan): Table {
  function* rows() {
    for (const { article, comments, roots } of eachConversation(plan)) {
      const { likes, dislikes } = articleLikes(plan, article)
      yield [plan.articleId(article), comments, roots, likes, dislikes]
    }
  }
  return { name: 'article_count', columns: ['article_id', 'comments', 'roots', 'likes', 'dislikes'], rows }
}

export function articleReactionTable(plan: Plan): Table {
  function* rows() {
    let given = 0
    for (let article = 0; article < plan.articles; article++) {
      const { likes, dislikes } = articleLikes(plan, article)
      const at = plan.publishedAt(article)
      for (const { by, value } of reactions(plan, likes, dislikes, -2 - article))
        yield [plan.keyAt(at + 1, 'reaction', given++), plan.articleId(article), by, value, moment(at)]
    }
  }
  return { name: 'article_reaction', columns: ['id', 'article_id', 'member_id', 'value', 'created_at'], rows }
}

function articleLikes(plan: Plan, article: number) {
  const random = randomFor(plan.seed, purpose.reactions, article)
  return { likes: fewOrMany(random, 0.5, Math.min(400, plan.members - 10)), dislikes: fewOrMany(random, 0.85, 9) }
}

/** Each by somebody else. */
function* reactions(plan: Plan, likes: number, dislikes: number, place: number) {
  const first = below(randomFor(plan.seed, purpose.people, -plan.authors - 2 - place), plan.members)
  for (let no = 0; no < likes + dislikes; no++) yield { by: plan.memberId(first + no), value: no < likes ? 1 : -1 }
}

function* eachConversation(plan: Plan) {
  let [article, first] = [0, 0]
  for (const size of plan.conversations()) {
    yield converse(plan, article++, size, first)
    first += size
  }
}

function* eachComment<Row>(plan: Plan, rowsOf: (plan: Plan, talk: Conversation, place: number) => Iterable<Row>) {
  for (const talk of eachConversation(plan))
    for (let place = 0; place < talk.size; place++) yield* rowsOf(plan, talk, place)
}

const commentId = (plan: Plan, talk: Conversation, place: number) =>
  plan.keyAt(talk.createdAt[place] ?? 0, 'comment', talk.first + place)

function whatIs(plan: Plan, talk: Conversation, place: number) {
  const random = randomFor(plan.seed, purpose.people, talk.first + place)
  const parent = talk.parent[place] ?? -1
  const at = talk.createdAt[place] ?? 0
  const standing = talk.standingOf(place)
  const because = reasons[below(random, reasons.length)] ?? 'other'
  return {
    id: commentId(plan, talk, place),
    at,
    standing,
    parentId: parent < 0 ? null : commentId(plan, talk, parent),
    rootId: commentId(plan, talk, talk.root[place] ?? place),
    /** A few write much, most little. */
    memberId: plan.memberId(Math.floor(plan.members * random() ** 3)),
    hidden: standing === 'hidden' ? { because, at: moment(Math.min(plan.now, at + hiddenAfter)) } : undefined,
  }
}
