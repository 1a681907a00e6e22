import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ask, requirePage, textOf } from './answer'
import { hasNginx, startNginx } from './nginx'

const file = (path: string) => {
  return { path, body: gzipSync(`the page at ${path}`), type: 'text/html; charset=utf-8', encoding: 'gzip' }
}

test('nginx serves the very bytes that it is given, at any address; where there is none, that is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-nginx-'))
  chmodSync(folder, 0o755)
  if (!hasNginx()) return expect(startNginx(folder, [file('/')])).rejects.toThrow('did not start')
  const nginx = await startNginx(folder, [file('/'), file('/articles/a'), file('/feed.xml')])
  try {
    for (const path of ['/', '/articles/a', '/feed.xml']) {
      const answer = requirePage(await ask(nginx.url + path), path)
      expect(answer.body).toEqual(file(path).body)
      expect(textOf(answer)).toBe(`the page at ${path}`)
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
      const again = await ask(nginx.url + path, { 'if-none-match': String(answer.headers.etag) })
      expect(again.status).toBe(304)
    }
    await expect(ask(`${nginx.url}/other`).then((answer) => requirePage(answer, '/other'))).rejects.toThrow('404')
  } finally {
    await nginx.stop()
    rmSync(folder, { recursive: true })
  }
})
