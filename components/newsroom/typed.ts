/** What a form's fields begin with or came back with, and what is wrong with them. A ticked box is any text. */
export type Typed = { values: Record<string, string>; faults: Record<string, string> }

export const idOf = (field: string) => `article-${field}`
