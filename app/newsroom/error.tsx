'use client'

import { LostForm } from '@/components/newsroom/lost-form.island'

export default function NewsroomError() {
  return <LostForm />
}
