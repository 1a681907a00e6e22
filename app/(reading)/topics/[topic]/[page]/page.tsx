import { permanentRedirect } from 'next/navigation'
import { pageNumber } from '@/lib/page-number'
import { TopicPage, topicMetadata } from '../../topic-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ topic: '__none__', page: '2' }]

type Props = PageProps<'/topics/[topic]/[page]'>

export async function generateMetadata({ params }: Props) {
  const { topic, page } = await params
  return topicMetadata(topic, pageNumber(page))
}

export default async function TopicPageRoute({ params }: Props) {
  const { topic, page } = await params
  if (page === '1') permanentRedirect(`/topics/${topic}`)
  return <TopicPage slug={topic} page={pageNumber(page)} />
}
