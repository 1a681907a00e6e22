import { permanentRedirect } from 'next/navigation'
import { logPath } from '@/domain/moderation-log/addresses'
import { pageNumber } from '@/lib/page-number'
import { LogRoute, logMetadata } from '../log-route'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ page: '2' }]

type Props = PageProps<'/moderation-log/[page]'>

export const generateMetadata = async ({ params }: Props) => logMetadata({ page: pageNumber((await params).page) })

export default async function ModerationLogPage({ params }: Props) {
  const { page } = await params
  if (page === '1') permanentRedirect(logPath)
  return <LogRoute page={pageNumber(page)} />
}
