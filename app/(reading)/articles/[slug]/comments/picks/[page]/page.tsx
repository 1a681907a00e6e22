import { OrderedPage, orderedMetadata } from '../../../../ordered-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ slug: '__none__', page: '1' }]

type Props = PageProps<'/articles/[slug]/comments/picks/[page]'>

export const generateMetadata = async ({ params }: Props) => orderedMetadata((await params).slug)

export default async function PicksRoute({ params }: Props) {
  return <OrderedPage {...(await params)} order="picks" />
}
