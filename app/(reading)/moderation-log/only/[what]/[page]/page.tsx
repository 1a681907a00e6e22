import { permanentRedirect } from 'next/navigation'
import { logPartPath } from '@/domain/moderation-log/addresses'
import { pageNumber } from '@/lib/page-number'
import { LogRoute, logMetadata } from '../../../log-route'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ what: '__none__', page: '2' }]

type Props = PageProps<'/moderation-log/only/[what]/[page]'>

export async function generateMetadata({ params }: Props) {
  const { what, page } = await params
  return logMetadata({ part: what, page: pageNumber(page) })
}

export default async function ModerationLogPartPage({ params }: Props) {
  const { what, page } = await params
  if (page === '1') permanentRedirect(logPartPath(what))
  return <LogRoute part={what} page={pageNumber(page)} />
}
