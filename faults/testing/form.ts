import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

type Root = ReturnType<typeof parse>
type Element = Extract<Root['children'][number], { type: 'element' }>
type Field = readonly [name: string, value: string]

export type Form = { action: string; fields: Field[] }

const parse = (html: string) => unified().use(rehypeParse).parse(html)

/**
 * The form that has this button, as a browser without scripts would send it when the button is pressed. A button is
 * found by what it says or is called, in the form that has an element with the id `within` or in the first.
 */
export function findForm(html: string, button: string, within?: string): Form {
  const all = [...below(parse(html))]
  for (const form of all.filter(({ tagName }) => tagName === 'form')) {
    const { id } = form.properties
    const parts = [...below(form), ...all.filter((part) => id && part.properties.form === id)]
    const pressed = parts.find((part) => part.tagName === 'button' && namesOf(part).includes(button))
    const isMeant = !within || [form, ...parts].some((part) => part.properties.id === within)
    if (!pressed || !isMeant) continue
    const fields = parts.flatMap(fieldOf)
    const ownField: Field[] = pressed.properties.name
      ? [[word(pressed.properties.name), word(pressed.properties.value)]]
      : []
    return { action: word(form.properties.action), fields: [...fields, ...ownField] }
  }
  throw new Error(`no form has a button “${button}”${within ? ` and ${within}` : ''}`)
}

function* below(parent: { children: Root['children'] }): Generator<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    yield child
    yield* below(child)
  }
}

const word = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const namesOf = (button: Element) => [word(button.properties.ariaLabel), textOf(button).replaceAll(/\s+/g, ' ').trim()]

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
}

function fieldOf(part: Element): Field[] {
  const { name, type, value, checked } = part.properties
  if (!name) return []
  if (part.tagName === 'textarea') return [[word(name), textOf(part)]]
  if (part.tagName === 'select') return [[word(name), chosenIn(part)]]
  if (part.tagName !== 'input') return []
  const isChosen = type !== 'checkbox' && type !== 'radio' ? true : Boolean(checked)
  return isChosen ? [[word(name), word(value)]] : []
}

function chosenIn(select: Element) {
  const options = [...below(select)].filter(({ tagName }) => tagName === 'option')
  const chosen = options.find(({ properties }) => properties.selected) ?? options[0]
  return chosen ? word(chosen.properties.value ?? textOf(chosen)) : ''
}
