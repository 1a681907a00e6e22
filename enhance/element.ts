type Wish = Record<string, string | undefined>

/** A new element with these attributes; text stays text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, wish: Wish, ...children: (Node | string)[]) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(wish)) if (value !== undefined) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Whoever goes on with the keyboard, or hears the page, goes on here. */
export function focusOn(goal: HTMLElement) {
  if (goal.tabIndex < 0) goal.tabIndex = -1
  goal.focus()
}
