import './newsroom.css'
import type { ReactNode } from 'react'

export default function NewsroomLayout({ children }: { children: ReactNode }) {
  return children
}
