import { escapedMarkup } from '../escaped-markup'

/** The HTML side of a letter around what it says, which is markup already. */
export function letterPage(subject: string, parts: string[]) {
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">',
    `<title>${escapedMarkup(subject)}</title></head>`,
    '<body style="font: 1rem/1.5 sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem">',
    ...parts,
    '</body></html>',
  ].join('')
}
