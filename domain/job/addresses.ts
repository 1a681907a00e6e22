import { saidAnchor } from '../said-anchor'

/** Where admins see the jobs that failed. */
export const jobsPath = '/newsroom/jobs'

/** Back to it, with what was done or why not. */
export const afterRetry = (said: string) => `${jobsPath}?${new URLSearchParams({ said })}#${saidAnchor}`
