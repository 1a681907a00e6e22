import type { Person, WithContext } from 'schema-dts'
import type { Author } from '@/db/queries/authors'
import { wholeAddress } from './address'
import { publisher } from './publisher'

/** Who writes here, for the page of an author. */
export function personJsonLd({ slug, name, role, bio, contact }: Author): WithContext<Person> {
  const url = wholeAddress(`/authors/${slug}`)
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': `${url}#person`,
    url,
    name,
    jobTitle: role || undefined,
    description: bio || undefined,
    email: contact.includes('@') && !contact.includes('/') ? contact : undefined,
    sameAs: /^https?:\/\//.test(contact) ? contact : undefined,
    worksFor: publisher(),
  }
}
