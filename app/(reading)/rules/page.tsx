import { HouseRules } from '@/components/moderation/house-rules'
import { readRules } from '@/db/cached/reasons'
import { listMetadata } from '@/domain/wire/metadata'
import { reasonWords } from '@/lib/words/reason'

export const ensureStatic = 'navigation'

export const generateMetadata = () =>
  listMetadata({ path: '/rules', title: reasonWords.title, description: reasonWords.lead, page: 1, of: 1 })

export default async function RulesRoute() {
  return <HouseRules rules={await readRules()} />
}
