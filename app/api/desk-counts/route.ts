import { connection } from 'next/server'
import { currentActor } from '@/auth/session'
import { countQueue } from '@/db/queries/queue'
import { may } from '@/domain/actor'
import { told } from '@/domain/moderation/read-queue'

/** How much is in each tab of the queue now, for a desk that is open. */
export async function GET() {
  await connection()
  if (!may(await currentActor(), 'moderation.see')) return new Response(null, { status: 403 })
  return Response.json(told(await countQueue()), { headers: { 'cache-control': 'no-store' } })
}
