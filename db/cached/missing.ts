import { cacheLife, cacheTag } from 'next/cache'
import { tags } from '../invalidate'

/** Marks the page that awaits it as 404, where it finds that out by itself. A publication may make it one. */
export async function readMissing() {
  'use cache'
  cacheLife('max')
  cacheTag(tags.status(404), tags.wire)
  return null
}
