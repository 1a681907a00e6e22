'use client'

import { serverWords } from '@/lib/words/server'

const { title, text } = serverWords.pages[500]

/** Shown where the root layout itself fails in the browser; before that, server.ts answers with a page of its own. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>{title}</h1>
          <p>{text}</p>
          <p>
            <a href="/">{serverWords.home}</a>
          </p>
        </main>
      </body>
    </html>
  )
}
