import { findRendition } from '@/db/queries/media'
import { isId } from '@/lib/new-id'

/** `ID-WIDTH.webp` is one rendition of a picture, `ID` alone its widest. What they are never changes. */
const file = /^([0-9a-f-]{36})(?:-([1-9]\d{0,4})\.webp)?$/

export async function GET(_request: Request, { params }: RouteContext<'/media/[file]'>) {
  const [, id = '', width] = file.exec((await params).file) ?? []
  const found = isId(id) ? await findRendition(id, width ? Number(width) : undefined) : undefined
  if (!found) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })

  const headers = {
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-courant-tags': found.tag,
  }
  return new Response(new Uint8Array(found.bytes), { headers })
}
