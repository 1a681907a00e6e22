import { permanentRedirect } from 'next/navigation'
import { pageNumber } from '@/lib/page-number'
import { AuthorPage, authorMetadata } from '../../author-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ author: '__none__', page: '2' }]

type Props = PageProps<'/authors/[author]/[page]'>

export async function generateMetadata({ params }: Props) {
  const { author, page } = await params
  return authorMetadata(author, pageNumber(page))
}

export default async function AuthorPageRoute({ params }: Props) {
  const { author, page } = await params
  if (page === '1') permanentRedirect(`/authors/${author}`)
  return <AuthorPage slug={author} page={pageNumber(page)} />
}
