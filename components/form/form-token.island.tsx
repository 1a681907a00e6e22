'use client'

import { createContext, type ReactNode, useContext } from 'react'

type Token = { name: string; value: string }
const Token = createContext<Token | undefined>(undefined)

/** Around the forms of a page that is drawn for one session. */
export function FormTokenProvider({ token, children }: { token: Token | undefined; children: ReactNode }) {
  return <Token value={token}>{children}</Token>
}

/** Says for which session a form was drawn. Every form of the desks and of the account has it. */
export function FormToken() {
  const token = useContext(Token)
  return token && <input type="hidden" name={token.name} value={token.value} />
}
