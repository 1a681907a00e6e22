import { trialJobInput, tryList } from '@/domain/word-filter/try-list'
import type { SentJob } from './queue'

/** Looks what a list of the word filter would have held. It goes on where it stood when it was called off. */
export const tryWordListJob: SentJob = {
  name: 'try-word-list',
  longest: 2 * 60 * 60,
  work: async (data, signal) => tryList(trialJobInput.parse(data), { signal }),
}
