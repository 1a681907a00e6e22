/** The words of the page that shows failed jobs. */
export const jobWords = {
  desk: 'Jobs',
  title: 'Jobs that failed',
  lead: 'What the site does by itself is tried again several times, later and later. What failed at every try is shown here for two weeks.',
  none: 'No job has failed for good.',
  mostShown: (n: number) => `The last ${n} are shown.`,
  name: 'Job',
  error: 'Last error',
  tries: 'Tries',
  triesSince: (n: number) => (n === 1 ? 'One, at' : `${n} since`),
  last: 'the last at',
  action: 'Again',
  retry: 'Try again',
  retryOf: (name: string, id: string) => `Try ${name} ${id.slice(0, 8)} again`,
  names: {
    'mail-notifications': 'Letter about replies',
    'try-word-list': 'A list of the word filter tried on earlier comments',
    'check-counters': 'Check of the counters',
    purge: 'Purge of what is too old',
    'queue-alarm': 'Letter to moderators of a queue that grows old',
  } as Record<string, string>,
  said: {
    retried: 'The job is tried again within a minute.',
    'no-such-job': 'This job has not failed, or was tried again by a colleague.',
    'already-queued': 'The next job of this name waits already, and there is one at a time.',
    malformed: 'This form was not complete. Nothing was done.',
  } as const,
} as const
