'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * The heading of a page to which a form leads. Where scripts put the page in the place of the one before, the keyboard
 * would go on at the foot of it; so it goes on here. A page that the browser loads begins at its beginning anyway.
 */
export function Heading({ children }: { children: ReactNode }) {
  const here = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const [loaded] = performance.getEntriesByType('navigation')
    if (loaded && withoutAnchor(loaded.name) !== withoutAnchor(location.href)) here.current?.focus()
  }, [])
  return (
    <h1 ref={here} tabIndex={-1}>
      {children}
    </h1>
  )
}

const withoutAnchor = (address: string) => address.replace(/#.*/, '')
