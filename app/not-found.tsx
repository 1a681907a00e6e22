import { MissingPage } from '@/components/page/notice-page'

export default function NotFound() {
  return <MissingPage />
}
