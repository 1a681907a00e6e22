import { permanentRedirect } from 'next/navigation'
import { pageNumber } from '@/lib/page-number'
import { SectionPage, sectionMetadata } from '../../section-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ section: '__none__', page: '2' }]

type Props = PageProps<'/sections/[section]/[page]'>

export async function generateMetadata({ params }: Props) {
  const { section, page } = await params
  return sectionMetadata(section, pageNumber(page))
}

export default async function SectionPageRoute({ params }: Props) {
  const { section, page } = await params
  if (page === '1') permanentRedirect(`/sections/${section}`)
  return <SectionPage slug={section} page={pageNumber(page)} />
}
