import type { ReactNode } from 'react'
import { Enhancements } from '@/components/page/enhancements'

export default function ReadingLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Enhancements />
    </>
  )
}
