import type { ReactNode } from 'react'
import { currentFormToken } from '@/auth/session'
import { FormTokenProvider } from '@/components/form/form-token.island'

/** What a page shows that is drawn for one session: its forms are taken from that session only. */
export async function OwnForms({ children }: { children: ReactNode }) {
  return <FormTokenProvider token={await currentFormToken()}>{children}</FormTokenProvider>
}
