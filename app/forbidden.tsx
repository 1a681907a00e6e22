import { Enhancements } from '@/components/page/enhancements'
import { NoticePage } from '@/components/page/notice-page'
import { siteWords } from '@/lib/words/site'

export default function Forbidden() {
  return (
    <>
      <NoticePage heading={siteWords.forbidden} lead={siteWords.forbiddenLead} />
      <Enhancements />
    </>
  )
}
