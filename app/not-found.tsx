import { Enhancements } from '@/components/page/enhancements'
import { MissingPage } from '@/components/page/notice-page'

export default function NotFound() {
  return (
    <>
      <MissingPage />
      <Enhancements />
    </>
  )
}
