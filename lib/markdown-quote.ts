type Quoted = { name: string; address: string; text: string }

/** Markdown that is drawn as these words in a quote, below who said them. Nothing in the words becomes markup. */
export function markdownQuote({ name, address, text }: Quoted) {
  const said = `[${escaped(name)}](${address}):`
  const lines = shortened(text.trim())
    .split('\n')
    .map((line) => atStart(escaped(line.trim())))
  return `${[said, '', ...lines].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`
}

/** Who quotes leaves out; who reads has the link. */
const longest = 600

function shortened(text: string) {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).toWellFormed()}…`
}

/** Bare addresses stay as they are: a backslash would become a part of them. */
function escaped(words: string) {
  return words.replace(/\b(?:https?:\/\/|www\.)[^\s<>[\]`\\]+|[\\`*_[\]<~]/g, (found) =>
    found.length > 1 ? found : `\\${found}`,
  )
}

/** What makes a list, a heading or a quote of a line. */
const atStart = (line: string) => line.replace(/^(\d+)(?=[.)])/, '$1\\').replace(/^(?=[#>+-])/, '\\')
