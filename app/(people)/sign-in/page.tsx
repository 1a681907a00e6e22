import type { Metadata } from 'next'
import { askForLetterAction } from '@/actions/account-actions'
import { currentActor } from '@/auth/session'
import { SignInForm } from '@/components/account/sign-in-form'
import { nextPath } from '@/lib/next-path'
import { accountWords } from '@/lib/words/account'

const words = accountWords.signIn

export const instant = false
export const metadata: Metadata = { title: words.title, robots: { index: false } }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = nextPath((await searchParams).next)
  const actor = await currentActor()
  if (actor.rank !== 'stranger') {
    return (
      <main id="text" className="sheet">
        <h1>{words.title}</h1>
        <p>{words.already(actor.name)}</p>
        <p>
          <a className="button" href={next ?? '/account'}>
            {words.goOn}
          </a>
        </p>
      </main>
    )
  }
  return (
    <main id="text" className="sheet">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <SignInForm action={askForLetterAction} next={next} />
    </main>
  )
}
