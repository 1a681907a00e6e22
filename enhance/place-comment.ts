/**
 * Puts a comment out of the page that answers its form into this one, and says where: under the comment that it answers,
 * at the end of the others, or, while it waits for a moderator, above them. None where it has no place here.
 */
export function placeComment(page: Document, id: string, parentId: string) {
  const comment = page.getElementById(`comment-${id}`)
  if (!comment) return undefined
  const item = comment.closest('li')
  const before = document.getElementById(comment.id)
  before?.replaceWith(comment)
  const isPlaced = before !== null || (item ? list(item, parentId) : setApart(comment))
  if (!isPlaced) return undefined
  copyTotal(page)
  for (const other of document.querySelectorAll('.comment-here')) other.classList.remove('comment-here')
  const placed = document.getElementById(comment.id) ?? undefined
  placed?.classList.add('comment-here')
  return placed
}

/** How many comments there are, as a newer page has it. */
export function copyTotal(page: Document) {
  const [before, now] = [document, page].map((one) => one.getElementById('conversation'))
  if (!before || !now) return
  before.textContent = now.textContent
  before.dataset.total = now.dataset.total
}

/** The list that a first-level comment, or an answer to a comment, belongs to; it is made where there is none. */
export function listFor(parentId: string) {
  if (!parentId) return document.querySelector('.comments') ?? firstList()
  const parent = document.getElementById(`comment-${parentId}`)
  const above = parent?.closest('li')
  if (!parent || !above) return undefined
  return (
    above.querySelector(':scope > .replies, :scope > details > .replies') ??
    addList('replies', (list) => lastOf(above).after(list))
  )
}

/** The form of a reply stands between a comment and its answers. */
const lastOf = (item: Element) =>
  item.querySelector(':scope > comment-form') ?? item.querySelector(':scope > article') ?? item

function firstList() {
  const none = document.querySelector('.conversation .empty')
  return none ? addList('comments', (list) => none.replaceWith(list)) : undefined
}

function addList(name: string, place: (list: HTMLElement) => void) {
  const list = document.createElement('ol')
  list.className = name
  place(list)
  return list
}

function list(item: Element, parentId: string) {
  const goal = listFor(parentId)
  goal?.append(item)
  return goal !== undefined
}

function setApart(comment: Element) {
  const own = document.querySelector('own-comments')
  own?.append(comment)
  return own !== null
}
