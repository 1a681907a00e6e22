import { notificationWords } from '@/lib/words/notification'

/** Mail programs make links of what looks like an address. What strangers link to is read on the site. */
export const withoutLinks = (text: string) =>
  text.replace(/\b(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S+|\S+@\S+\.\S+/gi, notificationWords.letter.linkLeftOut)
