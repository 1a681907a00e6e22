'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 2000

/** Looks every two seconds how far a trial is. Without scripts a link does. */
export function TrialProgress({ looked, comments, children }: { looked: number; comments: number; children: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router])
  return (
    <p className="trial-progress">
      <progress value={looked} max={Math.max(1, comments, looked)} aria-label={children} /> {children}
    </p>
  )
}
