'use client'

import { useEffect, useState } from 'react'
import { listPath } from '@/domain/article/desk-addresses'
import { newsroomWords } from '@/lib/words/newsroom'
import { findTyped } from './typed-text'

const words = newsroomWords.lost

/** In place of a form whose answer never came: what was typed into it, for copying. */
export function LostForm() {
  const [fields, setFields] = useState<ReturnType<typeof findTyped>>([])
  useEffect(() => setFields(findTyped()), [])
  return (
    <main id="text" className="desk" role="alert">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {fields.map(([name, text]) => (
        <div className="field" key={name}>
          <label htmlFor={`lost-${name}`}>{words.fields[name]}</label>
          <textarea id={`lost-${name}`} readOnly value={text} rows={name === 'body' ? 20 : 2} />
        </div>
      ))}
      <p>
        <a href={listPath({ list: 'drafts' })}>{words.articles}</a>
      </p>
    </main>
  )
}
