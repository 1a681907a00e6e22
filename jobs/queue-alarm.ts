import { alarmQueue } from '@/domain/moderation/alarm-queue'
import { env } from '@/lib/env'
import type { TimedJob } from './queue'

/** Looks four times an hour whether a comment waits too long for a moderator. */
export const queueAlarmJob: TimedJob = {
  name: 'queue-alarm',
  cron: '*/15 * * * *',
  longest: 10 * 60,
  async work() {
    await alarmQueue(env().queueAlarmHours)
  },
}
