import { buildSite, findBuild } from './build-site'
import { line, step } from './console'
import { failWith } from './faults'
import { provideSecrets } from './secrets'

// Needs no database: the built site runs against any.
try {
  provideSecrets()
  const folder = findBuild() ?? (await step('Building the site', buildSite))
  line(`The site is built in ${folder}.`)
} catch (error) {
  failWith(error)
}
