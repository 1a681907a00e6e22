import { foldSign, gaps } from './fold-sign'
import { kindOf } from './readings'

/** A text as the filter reads it, unit by unit, with the way back to the text as it was typed. */
export type FoldedText = {
  units: Uint16Array
  /** The same by kind: what the automaton reads. */
  kinds: Uint16Array
  /** What stands before each unit. */
  gapBefore: Uint8Array
  /** Whether the unit is a sign such as `!`, at which a word may also end. */
  isSign: Uint8Array
  /** Where in the text the sign of each unit begins and ends. */
  from: Int32Array
  to: Int32Array
}

const smallI = 'i'.charCodeAt(0)

/** Folds a text, with signs such as `@` read as letters or as gaps. A capital I is an L only after a small letter. */
export function foldText(text: string, signs: 'letters' | 'gaps' = 'letters'): FoldedText {
  const units: number[] = []
  const gapBefore: number[] = []
  const isSign: number[] = []
  const from: number[] = []
  const to: number[] = []
  let [at, gap, isAmongSmall]: [number, number, boolean] = [0, gaps.apart, false]
  for (const sign of text) {
    const folded = foldSign(sign)
    const isGap = folded.isStandIn && signs === 'gaps'
    const letters = isGap ? '' : folded.letters
    if (gap !== gaps.none) isAmongSmall = false
    for (let nth = 0; nth < letters.length; nth++) {
      units.push(letters[nth] === 'I' && !isAmongSmall ? smallI : letters.charCodeAt(nth))
      gapBefore.push(nth === 0 ? gap : gaps.none)
      isSign.push(folded.isStandIn ? 1 : 0)
      from.push(at)
      to.push(at + sign.length)
      gap = gaps.none
    }
    if (letters && letters !== 'I') isAmongSmall = folded.isSmall
    gap = Math.max(gap, isGap ? gaps.joint : folded.gap)
    at += sign.length
  }
  const typed = Uint16Array.from(units)
  return {
    units: typed,
    kinds: typed.map(kindOf),
    gapBefore: Uint8Array.from(gapBefore),
    isSign: Uint8Array.from(isSign),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
  }
}

/** Whether a text reads otherwise with its signs as gaps. */
export const hasSigns = ({ isSign }: FoldedText) => isSign.includes(1)
