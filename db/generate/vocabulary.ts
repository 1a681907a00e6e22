import { below, type Random, randomFor, zipf } from './random'

// What the texts of a generated archive are made of. The order of a list is how often its words occur.

type Words = [string, ...string[]]
const listed = (text: string) => text.trim().split(/\s+/) as Words

const nouns = listed(`council plan budget school bridge harbour report road price court hospital team market vote house
  station company match line festival strike storm bill tax law election museum library farm river park ferry union
  factory flood fire airport bus tram tunnel housing rent energy wage season coach record theatre novel film choir
  gallery vaccine clinic nurse teacher pupil fisherman quota forest coast island valley village suburb square archive
  treaty border embassy ministry inquiry witness verdict appeal prison charity volunteer auction harvest drought
  reservoir pipeline turbine cable satellite laboratory telescope glacier orchard vineyard beekeeper lighthouse
  shipyard quarry viaduct aqueduct carillon observatory herbarium planetarium`)

const kinds = listed(`public local new regional city coastal national northern southern old emergency rail winter summer
  community state private youth housing water traffic climate trade health evening weekend pension waste heritage
  freight border fishing market harbour forest river cycling stadium insurance broadband census tidal alpine`)

const verbs = listed(`backs rejects opens delays approves questions closes funds reviews defends wins loses welcomes
  criticises extends postpones rebuilds repairs warns considers drops supports cancels expands publishes renames
  investigates restores inspects sells buys suspends relocates moves abandons protects audits overturns ratifies`)

const adjectives = listed(`new local big long public early late small major careful old quiet unexpected costly modest
  heavy cautious narrow bitter rare ambitious disputed patient stubborn brisk unanimous provisional overdue
  threadbare meticulous clandestine labyrinthine`)

const openings = listed(`Meanwhile Yesterday However Later Still Elsewhere Nevertheless Officially Privately
  Afterwards Reportedly Curiously`)

const links: Words = ['after', 'before', 'because', 'while', 'although', 'as', 'until', 'unless', 'whereupon']
const places: Words = ['in', 'near', 'outside', 'from', 'around', 'beyond']

const starts = listed('Bar Cal Dor El Fen Gal Hol Ist Kel Lor Mar Nor Ost Pel Quil Ros Sal Tor Ul Ver Wen Yar Zel Ash')
const middles = listed('an el in or ar en il on er as um ith oth and ell ing av eb od ul')
const placeEnds = listed('ford ham ton mouth wick by stead dale bury holm port haven field gate minster thorpe')
const nameEnds = listed('son man er wright ley ard win sen smith low more ard well kin ander hurst')
const given = listed(`Anna Maria Tom Lena Ali Sofia Ben Nora Ivan Ines Omar Clara Leo Mira Jonas Ruth Sami Eva Noah
  Yara Hugo Edith Paul Zora Felix Agnes Karim Greta Oskar Leila Viktor Amara`)

/** Starts, middles and ends put together: enough of them that most occur in a handful of articles only. */
function names(ends: Words, seed: number): Words {
  const made = starts.flatMap((start) => middles.flatMap((middle) => ends.map((end) => start + middle + end)))
  const random = randomFor(seed, 1)
  for (let last = made.length - 1; last > 0; last--) {
    const other = below(random, last + 1)
    const [one, two] = [made[last] ?? '', made[other] ?? '']
    made[last] = two
    made[other] = one
  }
  return made as Words
}

const surname = zipf(names(nameEnds, 11))

export const draw = {
  noun: zipf(nouns),
  kind: zipf(kinds),
  verb: zipf(verbs),
  adjective: zipf(adjectives),
  opening: zipf(openings),
  link: zipf(links),
  in: zipf(places),
  place: zipf(names(placeEnds, 7)),
  surname,
  person: (random: Random) => `${given[below(random, given.length)]} ${surname(random)}`,
}

/** The subjects that articles are sorted under. */
export const subjects = nouns.slice(0, 60)
