import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

export type Letter = {
  to: string
  subject: string
  text: string
  html: string
  /** The one link that the letter is about, for the log where there is no mail server. */
  link: string
  /** Its own, where it may have to be sent again as the same letter. */
  messageId?: string
  headers?: Record<string, string>
}

/** Sends by SMTP_URL; without it the letter becomes an .eml file in the outbox, and its link a line of the log. */
export async function sendLetter({ link, ...letter }: Letter) {
  const { smtpUrl } = env()
  const mail = { ...letter, from: env().mailFrom, headers: { 'Auto-Submitted': 'auto-generated', ...letter.headers } }
  if (smtpUrl) {
    const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }
    await createTransport({ url: smtpUrl, ...timeouts })
      .sendMail(mail)
      .catch((fault: Error) => {
        throw withoutAddresses(fault)
      })
    return
  }
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(mail)
  const file = await putIntoOutbox(message)
  log.info({ file, link }, 'no SMTP_URL is set: a letter was put into the outbox')
}

const address = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g

/** Mail servers name the recipient when they refuse one, and errors end in logs: the same error, with their words only. */
function withoutAddresses({ name, message, stack = '' }: Error) {
  const fault = new Error(message.replaceAll(address, '…'))
  const frames = stack.slice(stack.indexOf('\n    at '))
  return Object.assign(fault, { name, stack: `${name}: ${fault.message}${frames}` })
}

async function putIntoOutbox(message: Buffer | NodeJS.ReadableStream) {
  if (!Buffer.isBuffer(message)) throw new Error('The letter was not put together in memory')
  const folder = env().outboxFolder
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`)
  await writeFile(file, message, { mode: 0o600, flag: 'wx' })
  return file
}
