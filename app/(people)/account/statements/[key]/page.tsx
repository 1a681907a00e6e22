import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { OwnForms } from '@/app/own-forms'
import { currentActor } from '@/auth/session'
import { StatementPage } from '@/components/account/statement-page'
import { statementPath } from '@/domain/statement/addresses'
import { readStatement } from '@/domain/statement/read-statement'
import { readStatementKey } from '@/domain/statement/statement-key'
import { signInPath } from '@/lib/next-path'
import { statementWords } from '@/lib/words/statement'

export const instant = false
export const metadata: Metadata = { title: statementWords.title, robots: { index: false, follow: false } }

/** A statement for the member whom it is for, or for the guest who has the link of its letter. */
export default async function StatementRoute({ params, searchParams }: PageProps<'/account/statements/[key]'>) {
  const key = decodeURIComponent((await params).key)
  const actor = await currentActor()
  const named = readStatementKey(key)
  if (named && !named.isSigned && actor.id === null) redirect(signInPath(statementPath(key)))
  const found = await readStatement(actor, key)
  if (!found) notFound()
  return (
    <OwnForms>
      <StatementPage found={found} statementKey={key} isSent={(await searchParams).done === 'appeal'} />
    </OwnForms>
  )
}
