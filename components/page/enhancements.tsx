import { env } from '@/lib/env'

/** The one script of a document. It does nothing that the document can't do without it, and waits until that is read. */
export function Enhancements() {
  const { enhanceModule } = env()
  return enhanceModule ? <script type="module" src={enhanceModule} /> : null
}
