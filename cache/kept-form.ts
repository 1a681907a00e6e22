import type { IncomingHttpHeaders } from 'node:http'
import { Busboy } from '@fastify/busboy'

export type Field = { name: string; value: string }

export type KeptFields = {
  fields: readonly Field[]
  /** False where some of what was typed did not fit, or the body ended early. */
  whole: boolean
  /** The body has no shape or breaks off, so nobody can take it for a form. */
  torn: boolean
  /** The length of the body, files and all. */
  bytes: number
}

export type KeptForm = {
  write(chunk: Buffer): void
  /** The fields so far, when the body has ended; files are not among them. */
  end(): Promise<KeptFields>
}

const formType = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i

/** What Next takes of a form: a picture from the newsroom, with the text around it. */
export const largestForm = 6 * 2 ** 20

const mostText = 2 ** 20
const mostFields = 300

export const carriesForm = (headers: IncomingHttpHeaders) => formType.test(headers['content-type'] ?? '')

/** Reads a form while it passes by on its way to Next. */
export function keepForm(headers: IncomingHttpHeaders): KeptForm {
  const parser = formParser(headers['content-type'] ?? '')
  let bytes = 0
  if (!parser) return { write: () => {}, end: async () => ({ fields: [], whole: false, torn: true, bytes }) }

  const fields: Field[] = []
  let [whole, torn] = [true, false]
  let room = mostText
  const cut = () => {
    whole = false
  }
  const fail = (fault: unknown) => {
    cut()
    torn ||= /unexpected end/i.test(String(fault))
  }
  parser.on('field', (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut || value.length > room) cut()
    if (value.length > room) return
    room -= value.length
    fields.push({ name, value })
  })
  // A file that breaks off fails by itself, and would end the process where nobody listens.
  parser.on('file', (_name, file) => file.on('error', fail).resume())
  parser.on('fieldsLimit', cut)
  parser.on('error', fail)

  return {
    write(chunk) {
      bytes += chunk.byteLength
      if (!parser.destroyed) parser.write(chunk)
    },
    end: () =>
      new Promise((resolve) => {
        const done = () => resolve({ fields, whole, torn, bytes })
        parser.once('finish', done).once('error', done).once('close', done)
        if (parser.destroyed) done()
        else parser.end()
      }),
  }
}

/** A parser, or undefined where the type promises a form and names no boundary. */
function formParser(type: string) {
  try {
    const limits = { fieldSize: mostText, fieldNameSize: 200, fields: mostFields, files: 20, parts: mostFields + 20 }
    return new Busboy({ headers: { 'content-type': type }, limits })
  } catch {
    return undefined
  }
}
