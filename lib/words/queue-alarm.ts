/** The letter that tells moderators of a queue that grows old. */
export const queueAlarmWords = {
  subject: (wait: string, site: string) => `A comment waits for ${wait} on ${site}`,
  lead: (wait: string) => `The longest waiting comment at the moderators’ desk waits for ${wait}.`,
  counts: (held: string, reported: string) => `Held: ${held}. Reported: ${reported}.`,
  open: 'Open the queue',
  why: (site: string) =>
    `You get this letter, once a day at most, because you moderate ${site}. Whether you get it is set in your account:`,
  stop: 'No more letters about the queue:',
  stopLink: 'No more letters about the queue',
} as const
