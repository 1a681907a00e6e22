import type { Thing, WithContext } from 'schema-dts'
import { safeJson } from '@/lib/safe-json'

/** What a page is about, for machines. The script is data: browsers run nothing of it. */
export function JsonLd({ data }: { data: WithContext<Thing> }) {
  return <script type="application/ld+json">{safeJson(data)}</script>
}
