import { siteWords } from '@/lib/words/site'
import { siteAddress } from './address'

/** The paper itself, as structured data names it. */
export const publisher = () => ({
  '@type': 'NewsMediaOrganization' as const,
  '@id': `${siteAddress()}#publisher`,
  name: siteWords.name,
  url: siteAddress(),
})
