import { siteWords } from '@/lib/words/site'
import { MissingPage, NoticePage } from '../page/notice-page'

type Missing = { state: 'withdrawn'; reason: string } | { state: 'unknown' | 'moved' }

export function MissingArticle({ article }: { article: Missing }) {
  if (article.state !== 'withdrawn') return <MissingPage />
  return <NoticePage heading={siteWords.withdrawn} lead={siteWords.withdrawnLead(article.reason)} />
}
