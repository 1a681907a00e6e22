import { lookAlikes } from '../member/look-alikes'

// Units: what a text is made of once it is folded, one code unit each. A unit is read as itself or, where it may stand
// for others, as one of those.

/** Signs that stand for letters between letters, as in `sp@m`. Elsewhere they are what they are. */
const standInSigns: Record<string, string> = { '@': 'a', $: 's', '!': 'il', '|': 'il', '+': 't', '€': 'e', '£': 'l' }
const standInDigits: Record<string, string> = { 0: 'o', 1: 'il', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' }

const standIns: Record<string, string> = { ...standInSigns, ...standInDigits }

/** Small letters that look like a Latin one: read as that. */
const small = new Map<string, string>()
/** Capital letters that look like another letter than their small ones do: В may be b, and is a capital в. */
const capitals = new Map<string, string>()

const single = Object.entries(lookAlikes)
  .filter(([latin]) => /^[a-z]$/.test(latin))
  .flatMap(([latin, signs]) => [...signs].map((sign) => [sign, latin] as const))
  .filter(([sign]) => !/[a-z\d]/.test(sign) && sign.length === 1)

for (const [sign, latin] of single) if (sign === sign.toLowerCase()) small.set(sign, latin)
for (const [sign, latin] of single) {
  const own = asSmall(sign)
  if (sign !== sign.toLowerCase() && own !== latin && own.length === 1) capitals.set(sign, latin + own)
}
// In the middle of small letters nobody can tell it from a small L.
capitals.set('I', 'il')

/** The small letter of a sign, as what it looks like. */
export function asSmall(sign: string) {
  const lower = sign.toLowerCase()
  return small.get(lower) ?? lower
}

export const mayBeTwo = (sign: string) => capitals.has(sign)

/** As what else than itself a unit may be read. */
const readings = new Map([...Object.entries(standIns), ...capitals])

/** Whether a unit of a text may be read as a unit of a term. */
export const reads = (unit: number, as: number) =>
  unit === as || (readings.get(String.fromCharCode(unit))?.includes(String.fromCharCode(as)) ?? false)

const standInUnits = new Set(Object.keys(standIns).map((sign) => sign.charCodeAt(0)))

/** A digit or sign in a letter's place. */
export const isStandIn = (unit: number) => standInUnits.has(unit)

export const isStandInSign = (sign: string) => sign in standInSigns

/** For each unit one that stands for all that it might be taken for, so that one search finds every reading. */
export const kindOf = (unit: number) => kinds[unit] ?? unit

const kinds = findKinds()

function findKinds() {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit)
  const rootOf = (unit: number): number => (units[unit] === unit ? unit : rootOf(units[unit] as number))
  for (const [sign, others] of readings)
    for (const other of others) units[rootOf(sign.charCodeAt(0))] = rootOf(other.charCodeAt(0))
  return units.map((unit) => rootOf(unit))
}
