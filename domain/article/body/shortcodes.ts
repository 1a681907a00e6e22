const attributes = String.raw`[^\][]{0,2000}`
const picture = String.raw`\s*(?:<a\b[^<>]{0,2000}>)?\s*<img\b[^<>]{0,2000}>\s*(?:</a>)?`
const caption = new RegExp(String.raw`\[caption\b(${attributes})\](${picture})([^[]{0,2000})\[/caption\]`, 'g')

/** WordPress's `[caption]` around a picture as the figure that it stands for; other shortcodes stay as they are. */
export function readCaptions(html: string) {
  return html.replace(caption, (_, said: string, image: string, text: string) => {
    const named = /caption="([^"]*)"/.exec(said)?.[1] ?? ''
    return `\n\n<figure>${image}<figcaption>${text.trim() || named}</figcaption></figure>\n\n`
  })
}
