import { MonthPage, monthMetadata } from '../../month-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ year: '__none__', month: '__none__' }]

type Props = PageProps<'/archive/[year]/[month]'>

export const generateMetadata = async ({ params }: Props) => monthMetadata({ ...(await params), page: 1 })

export default async function MonthRoute({ params }: Props) {
  return <MonthPage {...(await params)} page={1} />
}
