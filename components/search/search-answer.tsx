import type { ReactNode } from 'react'
import type { searchArticles } from '@/db/queries/search'
import { hitsPerPage, mostHits, type SearchQuestion, searchPath } from '@/domain/search/search-question'
import { searchWords as words } from '@/lib/words/search'
import { Paging } from '../page/paging'
import { SearchHits } from './search-hits'

type Answer =
  | Awaited<ReturnType<typeof searchArticles>>
  | { state: 'nothing-asked' }
  | { state: 'too-often'; retryAfterSeconds: number }

/** What a search came to: hits, or why there are none and what to do about it. */
export function SearchAnswer({ question, answer }: { question: SearchQuestion; answer: Answer }) {
  switch (answer.state) {
    case 'nothing-asked':
      return <p>{words.start}</p>
    case 'too-often':
      return <Said heading={words.tooOften}>{words.tooOftenHelp(answer.retryAfterSeconds)}</Said>
    case 'took-too-long':
      return <Said heading={words.tookTooLong}>{words.tookTooLongHelp}</Said>
    case 'nothing-to-look-for':
      return <Said heading={words.nothingToLookFor}>{words.nothingToLookForHelp}</Said>
    case 'found':
      return answer.articles === 0 ? <NothingFound q={question.q} /> : <Found question={question} answer={answer} />
  }
}

function Said({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="notice" aria-labelledby="results">
      <h2 id="results">{heading}</h2>
      <p>{children}</p>
    </section>
  )
}

function NothingFound({ q }: { q: string }) {
  return (
    <section aria-labelledby="results">
      <h2 id="results">{words.nothingFound(q)}</h2>
      <ul>
        {words.nothingFoundHelp.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

type FoundAnswer = Extract<Answer, { state: 'found' }>

function Found({ question, answer: { articles, isMore, hits } }: { question: SearchQuestion; answer: FoundAnswer }) {
  const pages = Math.ceil(articles / hitsPerPage)
  return (
    <section aria-labelledby="results">
      <h2 id="results">{isMore ? words.foundMore(mostHits) : words.found(articles)}</h2>
      {isMore && <p>{words.onlyNewest(mostHits)}</p>}
      {pages > 1 && hits.length > 0 && <p>{words.pageOf(question.page, pages)}</p>}
      {hits.length > 0 ? (
        <SearchHits hits={hits} start={(question.page - 1) * hitsPerPage + 1} />
      ) : (
        <p>
          {words.pastTheEnd} <a href={searchPath(question, { page: 1 })}>{words.toFirstPage}</a>
        </p>
      )}
      <Paging
        page={question.page}
        pages={pages}
        pathOf={(page) => searchPath(question, { page })}
        label={words.pages}
      />
    </section>
  )
}
