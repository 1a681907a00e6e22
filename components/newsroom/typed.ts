/** What a form's fields begin with or came back with, and what is wrong with them. A ticked box is any text. */
export type Typed = {
  values: Record<string, string>
  faults: Record<string, string>
  /** A field's id. Next keeps the page before in the document, hidden, so that ids are each drawing's own. */
  idOf: (field: string) => string
}
