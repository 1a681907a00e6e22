import type { ReactNode } from 'react'
import { Enhancements } from '@/components/page/enhancements'

export default function PeopleLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Enhancements />
    </>
  )
}
