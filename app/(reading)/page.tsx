import { FrontPage } from '@/components/front/front-page'
import { JsonLd } from '@/components/page/json-ld'
import { readFront } from '@/db/cached/articles'
import { frontMetadata } from '@/domain/wire/metadata'
import { websiteJsonLd } from '@/domain/wire/website-json-ld'

export const ensureStatic = 'navigation'

export const generateMetadata = () => frontMetadata()

export default async function Front() {
  return (
    <>
      <FrontPage front={await readFront()} />
      <JsonLd data={websiteJsonLd()} />
    </>
  )
}
