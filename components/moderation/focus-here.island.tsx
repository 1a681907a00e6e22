'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What was just done. With scripts the keyboard goes on from here; without them the address' anchor does the same. */
export function FocusHere({ id, children }: { id: string; children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <div id={id} ref={here} tabIndex={-1} className="notice">
      {children}
    </div>
  )
}
