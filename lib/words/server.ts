type Page = { title: string; text: string }

const broken: Page = {
  title: 'This page could not be shown',
  text: 'Something went wrong on our side. Please try again in a moment.',
}

const busy: Page = {
  title: 'Back in a moment',
  text: 'We cannot reach our archive right now. Nothing is lost; please try again in a minute.',
}

const missing: Page = {
  title: 'Page not found',
  text: 'There is nothing at this address. It may have been mistyped, or the page has moved.',
}

/** What the pages say that are drawn without Next and without the database. */
export const serverWords = {
  search: 'Search for keyword',
  searchButton: 'Search',
  home: 'To the front page',
  pages: {
    400: { title: 'Address not understood', text: 'This address is not written as an address should be.' },
    401: { title: 'Please sign in', text: 'This page is for people who have signed in.' },
    403: {
      title: 'Not for you',
      text: 'You may not see this page. If you think you should, sign in with another address.',
    },
    404: missing,
    405: { title: 'Not possible here', text: 'This address does not understand that kind of request.' },
    410: { title: 'No longer here', text: 'This page was taken down.' },
    429: {
      title: 'Too many requests',
      text: 'A great many requests came from where you are. Please wait a minute, and try again.',
    },
    500: broken,
    503: busy,
  } satisfies Record<number, Page>,
  recovery: {
    title: 'Your text is still here',
    notSaved: 'It was not saved.',
    maybeSaved: 'It may already have been saved: look at the page before you send it again.',
    reasons: {
      foreign: 'This form was sent from another site, or your browser hid where it came from, so it was refused.',
      outdated: 'This form belongs to an earlier version of the site. Open the page again and put your text there.',
      malformed: 'This form did not arrive as a form should, so nothing was done with it.',
      'not-allowed': 'You may not do this. You may have been signed out in the meantime.',
      gone: 'What you wrote to is no longer there, or you may no longer do this.',
      'too-large': 'What you sent is larger than we accept.',
      broken: 'Something went wrong on our side while it was being handled.',
      late: 'It took us too long to handle it.',
      busy: 'We cannot reach our archive right now.',
      'too-many': 'A great many forms came from where you are. Wait a minute, and send it again.',
      crowded: 'Too many people are writing at this moment.',
    },
    copy: 'This is what you wrote. Copy it to keep it.',
    nothingTyped: 'There was no text in the form.',
    cut: 'Part of what you sent was too long to be shown here.',
    filesGone: 'Files and confirmation codes are not kept: choose or type them again.',
    again: 'Send again',
    back: 'Back to the page',
  },
} as const
