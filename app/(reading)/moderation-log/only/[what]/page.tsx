import { LogRoute, logMetadata } from '../../log-route'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ what: '__none__' }]

type Props = PageProps<'/moderation-log/only/[what]'>

export const generateMetadata = async ({ params }: Props) => logMetadata({ part: (await params).what, page: 1 })

export default async function ModerationLogPart({ params }: Props) {
  return <LogRoute part={(await params).what} page={1} />
}
