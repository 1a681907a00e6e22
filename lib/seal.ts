import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

/** Encrypts a short secret (AES-256-GCM) under a key derived from AUTH_SECRET for this one purpose; base64url. */
export function seal(purpose: string, secret: string) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Throws when it was sealed for something else, under another secret, or changed since. */
export function unseal(purpose: string, sealed: string) {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

function keyFor(purpose: string) {
  const secret = env().authSecret
  if (!secret) throw new Error('AUTH_SECRET is not set: start the site with `npm start`, which makes one')
  return Buffer.from(hkdfSync('sha256', secret, '', `courant seal ${purpose}`, 32))
}
