/** A comment as it is drawn: nothing in it can be an element, an attribute or an address that it does not name. */
export type CommentText = CommentBlock[]

export type CommentBlock =
  | { kind: 'paragraph'; children: Phrase[] }
  | { kind: 'quote'; children: CommentBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: CommentBlock[][] }
  | { kind: 'code'; text: string }

export type Phrase =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'emphasis'; children: Phrase[] }
  | { kind: 'strong'; children: Phrase[] }
  | { kind: 'link'; href: string; children: Phrase[] }
