import { CommentForm } from './comment-form'
import { isPlainClick } from './plain-click'

/** Answers a comment where it stands, if the page has a form. */
export class ReplyLink extends HTMLElement {
  constructor() {
    super()
    this.addEventListener('click', (event) => {
      const form = document.querySelector('comment-form')
      const comment = this.closest('article')
      const parentId = new URLSearchParams(this.querySelector('a')?.search).get('reply')
      if (!isPlainClick(event) || !(form instanceof CommentForm) || !comment || !parentId) return
      event.preventDefault()
      form.answer(comment, parentId)
    })
  }
}
