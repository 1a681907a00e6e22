'use client'

import { useEffect, useState } from 'react'
import { deskCountsPath, queuePath } from '@/domain/moderation/addresses'
import { type QueueTab, queueTabs } from '@/domain/moderation/queue-tabs'
import { deskWords } from '@/lib/words/desk'
import { moderationWords as words } from '@/lib/words/moderation'

type Counts = Record<QueueTab, string>

const every = 20_000

/** The tabs of the queue, each with how much is in it: asked for again and again while somebody looks. */
export function QueueTabs({ tab, counts: drawn }: { tab: QueueTab; counts: Counts }) {
  const counts = useLatest(drawn)
  return (
    <nav aria-label={words.tabsLabel} className="tabs">
      <ul>
        {queueTabs.map((one) => (
          <li key={one}>
            <a href={queuePath({ tab: one })} aria-current={one === tab ? 'page' : undefined}>
              {deskWords.tab(one, counts[one])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The counts with which the page was drawn, until later ones are heard of. */
function useLatest(drawn: Counts) {
  const [heard, setHeard] = useState<{ drawn: Counts; counts: Counts }>()
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState === 'hidden') return
      const answer = await fetch(deskCountsPath).catch(() => undefined)
      if (answer?.ok) setHeard({ drawn, counts: await answer.json() })
    }
    const timer = setInterval(ask, every)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [drawn])
  return heard?.drawn === drawn ? heard.counts : drawn
}
