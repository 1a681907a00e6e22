import type { Metadata } from 'next'
import { confirmLinkAction } from '@/actions/account-actions'
import { LinkForm } from '@/components/account/link-form'
import { linkInput } from '@/domain/member/sign-in-input'
import { signInPath } from '@/lib/next-path'
import { accountWords } from '@/lib/words/account'

const words = accountWords.confirm

export const instant = false
export const metadata: Metadata = { title: words.title, robots: { index: false } }

/** Where a letter's link leads. Opening it does nothing, since mail scanners open links too; its button signs in. */
export default async function ConfirmPage({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const link = linkInput.safeParse(await searchParams)
  const next = link.data?.next
  return (
    <main id="text" className="sheet">
      <h1>{words.title}</h1>
      {link.success ? (
        <>
          <p>{words.lead(link.data.email)}</p>
          <LinkForm
            action={confirmLinkAction}
            carried={{ email: link.data.email, token: link.data.token, ...(next && { next }) }}
            button={words.submit}
          />
        </>
      ) : (
        <p role="alert">{words.dead}</p>
      )}
      <p>
        <a href={signInPath(next)}>{words.again}</a>
      </p>
    </main>
  )
}
