import { escapedMarkup } from '../lib/escaped-markup.ts'

/** HTML that may be sent as it stands. */
export type Markup = { markup: string }

type Part = string | number | Markup | readonly Markup[]

/** Template tag for the pages that are drawn without React: everything put in is escaped, other markup aside. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return { markup: strings.reduce((drawn, string, i) => drawn + drawPart(parts[i - 1] ?? '') + string) }
}

function drawPart(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapedMarkup(String(part))
  return 'markup' in part ? part.markup : part.map(drawPart).join('')
}
