import { LogRoute, logMetadata } from './log-route'

export const ensureStatic = 'navigation'

export const generateMetadata = () => logMetadata({ page: 1 })

export default function ModerationLog() {
  return <LogRoute page={1} />
}
