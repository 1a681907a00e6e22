import type { DeskCard, DeskList } from '@/db/queries/desk-articles'
import type { MemberActor } from '@/domain/actor'
import { deskArticlePath, listPath, newArticlePath } from '@/domain/article/desk-addresses'
import { newsroomWords } from '@/lib/words/newsroom'
import { Moment } from '../page/moment'
import { Paging } from '../page/paging'
import { DeskHeader } from './desk-header'

const words = newsroomWords.lists
const lists = ['drafts', 'scheduled', 'published', 'withdrawn'] as const

type Props = {
  actor: MemberActor
  list: DeskList
  search: string
  articles: DeskCard[]
  counts: Record<DeskList, number>
  page: number
  pages: number
}

/** The newsroom's articles in four lists. */
export function ArticleLists({ actor, list, search, articles, counts, page, pages }: Props) {
  return (
    <main id="text" className="desk">
      <DeskHeader actor={actor} at="articles" />
      <h1>{newsroomWords.title}</h1>
      <p>
        <a className="button" href={newArticlePath}>
          {newsroomWords.newArticle}
        </a>
      </p>
      <Search list={list} search={search} />
      <nav aria-label={words.label} className="tabs">
        <ul>
          {lists.map((one) => (
            <li key={one}>
              <a href={listPath({ list: one, search })} aria-current={one === list ? 'page' : undefined}>
                {words[one](counts[one])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {articles.length > 0 ? (
        <Table list={list} articles={articles} />
      ) : (
        <p className="empty">{search ? words.nothingFound : words.empty[list]}</p>
      )}
      <Paging page={page} pages={pages} pathOf={(n) => listPath({ list, search, page: n })} />
    </main>
  )
}

function Search({ list, search }: { list: DeskList; search: string }) {
  return (
    <form action="/newsroom" className="desk-search">
      <input type="hidden" name="list" value={list} />
      <label htmlFor="desk-search">{words.search}</label>
      <input id="desk-search" type="search" name="q" defaultValue={search} />
      <button type="submit" className="button-quiet">
        {words.searchButton}
      </button>
      {search && (
        <p>
          {words.found(search)} <a href={listPath({ list })}>{words.all}</a>
        </p>
      )}
    </form>
  )
}

function Table({ list, articles }: { list: DeskList; articles: DeskCard[] }) {
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{words.headline}</th>
          <th scope="col">{words.section}</th>
          <th scope="col">{words.when[list]}</th>
          <th scope="col">{words.saved}</th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <tr key={article.id}>
            <th scope="row" dir="auto">
              <a href={deskArticlePath(article.id)}>{article.headline}</a>
              {list !== 'drafts' && !article.isShown && <small> {words.unshown}</small>}
            </th>
            <td>{article.sectionName}</td>
            <td>
              <Moment at={whenOf(list, article)} />
            </td>
            <td>{article.savedBy ?? words.nobody}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whenOf(list: DeskList, { savedAt, publishedAt, withdrawnAt }: DeskCard) {
  if (list === 'drafts') return savedAt
  return (list === 'withdrawn' ? withdrawnAt : publishedAt) ?? savedAt
}
