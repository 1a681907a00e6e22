import { FormToken } from '@/components/form/form-token.island'
import type { Ignored } from '@/db/queries/ignored-members'
import { ignoreWords } from '@/lib/words/ignore'

const words = ignoreWords.account

type Props = { ignored: Ignored[]; stop: (form: FormData) => Promise<void> }

/** Whom a member ignores, each with the way back. */
export function IgnoredList({ ignored, stop }: Props) {
  return (
    <section aria-labelledby="ignored">
      <h2 id="ignored">{words.heading}</h2>
      <p>{ignored.length === 0 ? words.none : words.lead}</p>
      {ignored.length > 0 && (
        <form action={stop}>
          <FormToken />
          <ul className="ignored-list">
            {ignored.map(({ id, name, handle }) => (
              <li key={id}>
                <span>
                  <bdi>{name}</bdi> ({handle})
                </span>{' '}
                <button
                  type="submit"
                  name="memberId"
                  value={id}
                  className="button-quiet"
                  aria-label={ignoreWords.stopOf(name)}
                >
                  {ignoreWords.stop}
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
    </section>
  )
}
