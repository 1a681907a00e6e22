import { moderationWords } from '@/lib/words/moderation'

/** What to call whoever wrote a comment. */
export const nameOf = ({ name }: { name: string }) => name || moderationWords.formerMember
