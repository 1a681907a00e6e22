/**
 * Finds many words in one pass over a text, however many words there are (Aho and Corasick 1975). Words are given once,
 * sorted by code unit and without repetitions. No object is made for what is found; a node takes 20 bytes.
 *
 * A search is as quick as its memory is near. So all that it reads of a node lies together, the children of one beside
 * each other, and the first letters of all words at the beginning.
 */
export type Automaton = {
  nodes: number
  /** Calls `found` with the number of each word and the place where it begins. Answers how many steps it took. */
  scan(text: Uint16Array, found: (word: number, start: number) => void): number
}

// A node: its first child, how many children it has (above) and its unit (below 16 bits), where to go on when no child
// fits, and the nearest node on that way, itself among them, at which a word ends.
const size = 4
const [first, unitAndCount, fail, out] = [0, 1, 2, 3]
const none = -1

type Trie = { nodes: Int32Array; wordAt: Int32Array; count: number }

export function buildAutomaton(words: readonly string[]): Automaton {
  const trie = buildTrie(words)
  link(trie)
  const { nodes, wordAt, count } = trie
  const lengths = Uint16Array.from(words, ({ length }) => length)

  function scan(text: Uint16Array, found: (word: number, start: number) => void) {
    let at = 0
    let steps = 0
    for (let place = 0; place < text.length; place++) {
      const unit = text[place] as number
      let next = childOf(nodes, at, unit)
      while (next === none && at !== 0) {
        at = nodes[at * size + fail] as number
        next = childOf(nodes, at, unit)
        steps++
      }
      at = next === none ? 0 : next
      steps++
      for (let ends = nodes[at * size + out] as number; ends !== 0; ends = shorter(nodes, ends)) {
        const word = wordAt[ends] as number
        found(word, place + 1 - (lengths[word] as number))
        steps++
      }
    }
    return steps
  }

  return { nodes: count, scan }
}

function childOf(nodes: Int32Array, of: number, unit: number) {
  let low = nodes[of * size + first] as number
  let high = low + ((nodes[of * size + unitAndCount] as number) >>> 16) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const seen = (nodes[middle * size + unitAndCount] as number) & 0xffff
    if (seen === unit) return middle
    if (seen < unit) low = middle + 1
    else high = middle - 1
  }
  return none
}

/** The next shorter word that ends where this one does. */
const shorter = (nodes: Int32Array, at: number) => nodes[(nodes[at * size + fail] as number) * size + out] as number

/** Says of each node where to go on. The nodes are in the order of their depth: where that leads is linked before. */
function link({ nodes, wordAt, count }: Trie) {
  for (let parent = 0; parent < count; parent++) {
    const begin = nodes[parent * size + first] as number
    const end = begin + ((nodes[parent * size + unitAndCount] as number) >>> 16)
    for (let child = begin; child < end; child++) {
      const back = fallBack(nodes, parent, (nodes[child * size + unitAndCount] as number) & 0xffff)
      nodes[child * size + fail] = back
      nodes[child * size + out] = wordAt[child] === none ? (nodes[back * size + out] as number) : child
    }
  }
}

/** Where the longest ending of what leads to a node, with one more unit, begins a word: its node, or the root. */
function fallBack(nodes: Int32Array, from: number, unit: number) {
  for (let at = from; at !== 0; ) {
    at = nodes[at * size + fail] as number
    const next = childOf(nodes, at, unit)
    if (next !== none) return next
  }
  return 0
}

/** One level after the other. Each node is a run of the sorted words, which their next unit divides among its children. */
function buildTrie(words: readonly string[]): Trie {
  const most = words.reduce((sum, word) => sum + word.length, 1)
  const nodes = new Int32Array(most * size)
  const wordAt = new Int32Array(most).fill(none)
  const [from, to] = [new Int32Array(most), new Int32Array(most)]
  to[0] = words.length
  let count = 1
  let levelEnds = 1
  for (let [at, depth] = [0, 0]; at < count; at++) {
    if (at === levelEnds) {
      depth++
      levelEnds = count
    }
    const begin = count
    const end = to[at] as number
    let word = from[at] as number
    if (word < end && (words[word] as string).length === depth) wordAt[at] = word++
    while (word < end) {
      const unit = (words[word] as string).charCodeAt(depth)
      from[count] = word
      while (word < end && (words[word] as string).charCodeAt(depth) === unit) word++
      to[count] = word
      nodes[count++ * size + unitAndCount] = unit
    }
    nodes[at * size + first] = begin
    nodes[at * size + unitAndCount] = (nodes[at * size + unitAndCount] as number) | ((count - begin) << 16)
  }
  return { nodes: nodes.slice(0, count * size), wordAt: wordAt.slice(0, count), count }
}
