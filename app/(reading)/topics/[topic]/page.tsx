import { TopicPage, topicMetadata } from '../topic-page'

export const ensureStatic = 'navigation'

export const generateStaticParams = () => [{ topic: '__none__' }]

type Props = PageProps<'/topics/[topic]'>

export const generateMetadata = async ({ params }: Props) => topicMetadata((await params).topic, 1)

export default async function TopicRoute({ params }: Props) {
  return <TopicPage slug={(await params).topic} page={1} />
}
