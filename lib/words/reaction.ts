/** The words of the moderators' page about reactions that are not counted. */
export const reactionWords = {
  desk: {
    nav: 'Reactions',
    title: 'Reactions set aside',
    lead: 'More visitors of one neighbourhood reacted than is likely. What they sent is kept and not counted. Count it where you find that they are real people.',
    none: 'No reactions are set aside.',
    of: { article: 'The article', comment: 'A comment under' },
    counted: (likes: number, dislikes: number) => `Counted: ${likes} likes, ${dislikes} dislikes.`,
    aside: (likes: number, dislikes: number) => `Set aside: ${likes} likes, ${dislikes} dislikes.`,
    recount: (likes: number, dislikes: number) => `With them: ${likes} likes, ${dislikes} dislikes.`,
    last: 'The last came',
    count: 'Count them',
    countOf: (what: string) => `Count those set aside: ${what}`,
  },
  refusals: {
    'signed-out': 'You are no longer signed in, or signed in anew since this page was opened. Open the page again.',
    'not-allowed': 'Your account may not do this at the moment.',
    'nothing-aside': 'Nothing is set aside there any more.',
    'own-comment': 'This is your own comment: a colleague decides about it.',
    malformed: 'The form arrived damaged. Open the page again.',
  },
} as const
