import type { TestProject } from 'vitest/node'
import { env } from '@/lib/env'
import { buildSite, findBuild } from '@/scripts/build-site'
import { provideSecrets } from '@/scripts/secrets'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the tested nodes have in common, and the tests with them. */
    secrets: { AUTH_SECRET: string; NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string }
  }
}

/** One build for all nodes. Its key is part of what it is, so the nodes are given the same. */
export default async function setUp(project: TestProject) {
  provideSecrets()
  if (!findBuild()) await buildSite(() => {})
  const { authSecret = '', actionsKey = '' } = env()
  project.provide('secrets', { AUTH_SECRET: authSecret, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey })
}
