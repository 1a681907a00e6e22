const longest = 200

/** How a text begins, for a list: its first sentences as far as they fit, else cut between words. */
export function openingOf(text: string) {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= longest) return plain
  const cut = plain.slice(0, longest)
  const sentence = /^.{60,}[.!?]["”’)]?(?= )/u.exec(cut)?.[0]
  return sentence ?? `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).toWellFormed()}…`
}
