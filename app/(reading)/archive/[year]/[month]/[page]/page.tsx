import { permanentRedirect } from 'next/navigation'
import { pageNumber } from '@/lib/page-number'
import { MonthPage, monthMetadata } from '../../../month-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ year: '__none__', month: '__none__', page: '2' }]

type Props = PageProps<'/archive/[year]/[month]/[page]'>

export async function generateMetadata({ params }: Props) {
  const { page, ...month } = await params
  return monthMetadata({ ...month, page: pageNumber(page) })
}

export default async function MonthPageRoute({ params }: Props) {
  const { page, ...month } = await params
  if (page === '1') permanentRedirect(`/archive/${month.year}/${month.month}`)
  return <MonthPage {...month} page={pageNumber(page)} />
}
