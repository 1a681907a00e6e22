import type { Metadata } from 'next'
import { ownerLinkAction } from '@/actions/account-actions'
import { LinkForm } from '@/components/account/link-form'
import { ownerLinkInput } from '@/domain/member/sign-in-input'
import { accountWords } from '@/lib/words/account'

const words = accountWords.ownerLink

export const instant = false
export const metadata: Metadata = { title: words.title, robots: { index: false } }

/** Where the link leads that `npm start` and `npm run owner-link` print. */
export default async function OwnerLinkPage({ searchParams }: PageProps<'/sign-in/owner'>) {
  const link = ownerLinkInput.safeParse(await searchParams)
  return (
    <main id="text" className="sheet">
      <h1>{words.title}</h1>
      {link.success ? (
        <>
          <p>{words.lead}</p>
          <LinkForm action={ownerLinkAction} carried={link.data} button={words.submit} />
        </>
      ) : (
        <p role="alert">{words.dead}</p>
      )}
    </main>
  )
}
