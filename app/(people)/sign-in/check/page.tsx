import type { Metadata } from 'next'
import { typeCodeAction } from '@/actions/account-actions'
import { CodeForm } from '@/components/account/code-form'
import { Heading } from '@/components/page/heading.island'
import { nextPath, signInPath } from '@/lib/next-path'
import { accountWords } from '@/lib/words/account'

const words = accountWords.check

export const instant = false
export const metadata: Metadata = { title: words.title, robots: { index: false } }

export default async function CheckPage({ searchParams }: PageProps<'/sign-in/check'>) {
  const next = nextPath((await searchParams).next)
  return (
    <main id="text" className="sheet">
      <Heading>{words.title}</Heading>
      <p>{words.lead}</p>
      <CodeForm action={typeCodeAction} next={next} />
      <p>
        <a href={signInPath(next)}>{words.again}</a>
      </p>
    </main>
  )
}
