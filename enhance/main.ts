import { CommentDraft } from './comment-draft'
import { CommentForm } from './comment-form'
import { CommentNotice } from './comment-notice'
import { idle } from './idle'
import { LocalTime } from './local-time'
import { OwnComment } from './own-comment'
import { OwnComments } from './own-comments'
import { ReactionForm } from './reaction-form'
import { ReaderName } from './reader-name'
import { ReplyLink } from './reply-link'
import { ReportForm } from './report-form'
import { ReportLink } from './report-link'
import { leaveToWhoIsHere } from './viewer'

/** What answers to a press: there as soon as the page is. */
const atOnce = {
  'reply-link': ReplyLink,
  'report-link': ReportLink,
  'report-form': ReportForm,
  'own-comment': OwnComment,
  'reaction-form': ReactionForm,
  // Before the form that it stands in, which asks it for what was kept.
  'comment-draft': CommentDraft,
  'comment-form': CommentForm,
}

/** What asks the browser for something that it has to look for: its cookies, its zone, a connection. */
const whenIdle = {
  'reader-name': ReaderName,
  'own-comments': OwnComments,
  'local-time': LocalTime,
  'comment-notice': CommentNotice,
}

type Elements = Record<string, CustomElementConstructor>

function define(elements: Elements) {
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element)
}

/** Each by itself, so that none keeps a press waiting. */
async function defineWhenIdle(elements: Elements) {
  for (const [name, element] of Object.entries(elements)) {
    await idle()
    define({ [name]: element })
  }
}

function start() {
  addEventListener('pageshow', leaveToWhoIsHere)
  define(atOnce)
  void defineWhenIdle(whenIdle)
}

/** Where React draws the page a second time, it must find it as it was written. */
const isReactHere = document.querySelector('script[src^="/_next/"]') !== null

if (!isReactHere) start()
else if (document.readyState === 'complete') idle().then(start)
else addEventListener('load', () => idle().then(start))
