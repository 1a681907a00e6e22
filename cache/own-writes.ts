import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Head } from './held-response.ts'

const name = 'courant-wrote'
/** Longer than any node needs to hear of a change by itself. */
const seconds = 5
/** Beyond this who wrote sees what this node has, which is what everybody else sees. */
const patience = 1000

/**
 * Behind a proxy that sends each request to another node, who has just posted is answered by one that hears of it a
 * moment later. So a form's answer says for some seconds which node took it; any other looks at what was changed
 * before it answers.
 */
export function createOwnWrites({ secure, catchUp }: { secure: boolean; catchUp: () => Promise<unknown> }) {
  const node = randomBytes(9).toString('base64url')
  const own = `${name}=${node}`
  const cookie = `${own}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

  return {
    /** The head of the answer to a form, with the mark of this node where it may have changed something. */
    mark<Kind extends Head>(head: Kind): Kind {
      if (head.status >= 400) return head
      const others = [head.headers['set-cookie'] ?? []].flat().map(String)
      return { ...head, headers: { ...head.headers, 'set-cookie': [...others, cookie] } }
    },
    /** Whether who asks has sent a form to another node a moment ago. Asked of every request: it has to be quick. */
    isElsewhere({ headers }: IncomingMessage) {
      const sent = headers.cookie
      return sent?.includes(name) === true && !sent.includes(own)
    },
    /** Settled when this node knows of every change so far, or when that takes too long. */
    heard: () => Promise.race([catchUp(), pause(patience, undefined, { ref: false })]),
  }
}

export type OwnWrites = ReturnType<typeof createOwnWrites>
