'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { saidAnchor } from '@/domain/said-anchor'

type Props = { className?: 'notice' | 'error-summary'; children: ReactNode }

/** What was just done. With scripts the keyboard goes on from here; without them the address' anchor does the same. */
export function FocusHere({ className = 'notice', children }: Props) {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <div id={saidAnchor} ref={here} tabIndex={-1} className={className}>
      {children}
    </div>
  )
}
