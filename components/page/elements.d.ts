import type { DetailedHTMLProps, HTMLAttributes } from 'react'

type Bare = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>

/** The custom elements of `enhance/`: what stands in one works without the script, too. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'reader-name': Bare
      'local-time': Bare & { hours?: '24' }
      'own-comments': Bare & { article?: string }
      'reaction-form': Bare
      'comment-form': Bare
      'comment-draft': Bare
      'reply-link': Bare
      'report-link': Bare
      'report-form': Bare
      'own-comment': Bare
      'comment-notice': Bare & { article: string; until: string }
    }
  }
}
