'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { GivenReason } from '@/db/queries/reasons'
import { queueItemAnchor } from '@/domain/moderation/addresses'
import { deskWords } from '@/lib/words/desk'
import {
  announcedIn,
  chooseReason,
  currentItem,
  isTyped,
  keyFor,
  neighbour,
  press,
  reach,
  tick,
  verdictButton,
} from './desk-keys'
import { KeysDialog, ReasonDialog } from './keys-dialogs'

const words = deskWords.keys
const remembered = 'courant-desk-keys'

type Props = {
  reasons: GivenReason[]
  /** The key of what was said last, and the comment that comes next. */
  saidKey: string | undefined
  next: string | undefined
}

/** The queue by single keys, for who wants them: they can be turned off, and do nothing while somebody types. */
export function DeskKeys({ reasons, saidKey, next }: Props) {
  const [isOn, setOn] = useState<boolean>()
  const [said, setSaid] = useState('')
  const help = useRef<HTMLDialogElement>(null)
  const choice = useRef<HTMLDialogElement>(null)
  const wasKey = useRef(false)

  useEffect(() => setOn(localStorage.getItem(remembered) !== 'off'), [])

  /** After a decision by key the next comment is at hand, and what was done is heard. */
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that was said
  useEffect(() => {
    if (!saidKey || !wasKey.current) return
    wasKey.current = false
    const goal = (next && document.getElementById(queueItemAnchor(next))) || document.querySelector('.queue-item')
    setSaid(announcedIn(document))
    if (goal instanceof HTMLElement) reach(goal)
  }, [saidKey])

  const act = useCallback((key: string) => {
    const item = currentItem()
    const decide = (button: HTMLButtonElement | undefined) => {
      if (button) wasKey.current = press(button)
    }
    if (key === 'j' || key === 'k') return reach(neighbour(item, key === 'j' ? 1 : -1))
    if (key === '?') return help.current?.showModal()
    if (key === 'u') return decide(document.querySelector<HTMLButtonElement>('.undo button') ?? undefined)
    if (!item) return
    reach(item)
    if (key === 'a') decide(verdictButton(item, 'approve', 'keep', 'restore'))
    if (key === 'h' && verdictButton(item, 'hide')) choice.current?.showModal()
    if (key === 'x') setSaid(tick(item) ? words.ticked : words.unticked)
    if (key === 'o') item.querySelector<HTMLAnchorElement>('a.queue-open')?.click()
  }, [])

  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      if (isTyped(event) || !words.actions.some(([key]) => key === event.key)) return
      event.preventDefault()
      act(event.key)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isOn, act])

  const turn = (on: boolean) => {
    setOn(on)
    localStorage.setItem(remembered, on ? 'on' : 'off')
  }
  const hide = (code: string) => {
    choice.current?.close()
    const button = chooseReason(currentItem(), code)
    if (button) wasKey.current = press(button)
  }

  if (isOn === undefined) return null
  return (
    <div className="desk-keys">
      <label className="tick">
        <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} /> {words.turn}
      </label>
      <button type="button" className="button-quiet" onClick={() => help.current?.showModal()}>
        {words.help}
      </button>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <KeysDialog ref={help} />
      <ReasonDialog
        ref={choice}
        reasons={reasons.map((one, place) => ({ ...one, key: keyFor(place) }))}
        onChoice={hide}
      />
    </div>
  )
}
