import { AuthorPage, authorMetadata } from '../author-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ author: '__none__' }]

type Props = PageProps<'/authors/[author]'>

export const generateMetadata = async ({ params }: Props) => authorMetadata((await params).author, 1)

export default async function AuthorRoute({ params }: Props) {
  return <AuthorPage slug={(await params).author} page={1} />
}
