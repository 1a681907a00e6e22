/** The page number in an address: nothing for what is not one, and for a first page, whose address has none. */
export function pageNumber(text: string) {
  return /^[1-9]\d{0,6}$/.test(text) && text !== '1' ? Number(text) : undefined
}
