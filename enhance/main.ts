import { CommentDraft } from './comment-draft'
import { CommentForm } from './comment-form'
import { CommentNotice } from './comment-notice'
import { LocalTime } from './local-time'
import { OwnComment } from './own-comment'
import { OwnComments } from './own-comments'
import { ReactionForm } from './reaction-form'
import { ReaderName } from './reader-name'
import { ReplyLink } from './reply-link'
import { ReportForm } from './report-form'
import { ReportLink } from './report-link'

const elements = {
  'reader-name': ReaderName,
  'local-time': LocalTime,
  'own-comments': OwnComments,
  'own-comment': OwnComment,
  'reaction-form': ReactionForm,
  // Before the form that it stands in, which asks it for what was kept.
  'comment-draft': CommentDraft,
  'comment-form': CommentForm,
  'reply-link': ReplyLink,
  'report-link': ReportLink,
  'report-form': ReportForm,
  'comment-notice': CommentNotice,
}

function start() {
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element)
}

/** Where React draws the page a second time, it must find it as it was written. */
const isReactHere = document.querySelector('script[src^="/_next/"]') !== null
const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(start)

if (!isReactHere) start()
else if (document.readyState === 'complete') whenIdle()
else addEventListener('load', whenIdle)
