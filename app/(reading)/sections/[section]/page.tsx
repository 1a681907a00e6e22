import { SectionPage, sectionMetadata } from '../section-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ section: '__none__' }]

type Props = PageProps<'/sections/[section]'>

export const generateMetadata = async ({ params }: Props) => sectionMetadata((await params).section, 1)

export default async function SectionRoute({ params }: Props) {
  return <SectionPage slug={(await params).section} page={1} />
}
