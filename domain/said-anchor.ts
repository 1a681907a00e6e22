/** Where a page says what was just done: the keyboard goes on from there. */
export const saidAnchor = 'said'
