import type { Metadata } from 'next'
import { readUnsubscribeToken, unsubscribePath } from '@/domain/notification/unsubscribe-token'
import { notificationWords } from '@/lib/words/notification'

const words = notificationWords.unsubscribe

export const instant = false
export const metadata: Metadata = { title: words.title, robots: { index: false, follow: false } }

/** Where a letter's link leads: for whoever has it, signed in or not. Its button stops the letters. */
export default async function UnsubscribePage({ searchParams }: PageProps<'/account/unsubscribe'>) {
  const { token, done } = await searchParams
  const subject = typeof token === 'string' ? readUnsubscribeToken(token) : undefined
  return (
    <main id="text" className="sheet">
      <h1>{words.title}</h1>
      {subject && typeof token === 'string' ? (
        <Stop token={token} lead={words.lead[subject.kind]} isDone={done === 'mail'} />
      ) : (
        <p role="alert">{words.dead}</p>
      )}
      <p>
        <a href="/account#preferences">{words.account}</a>
      </p>
    </main>
  )
}

function Stop({ token, lead, isDone }: { token: string; lead: string; isDone: boolean }) {
  if (isDone) return <p role="status">{words.done}</p>
  return (
    <>
      <p>{lead}</p>
      {/* To the address that mail programs post to: it needs no session, only what the letter's link says. */}
      <form method="post" action={`${unsubscribePath(token)}?page`}>
        <button className="button" type="submit">
          {words.submit}
        </button>
      </form>
    </>
  )
}
