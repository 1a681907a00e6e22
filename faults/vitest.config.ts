import { defineConfig } from 'vitest/config'

/** Whole sites in processes of their own, which are cut off and killed: one file after the other. */
export default defineConfig({
  resolve: { alias: { '@': `${import.meta.dirname}/..` } },
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['faults/**/*.test.ts'],
    // An odd zone, so that a time of day that is right by accident is wrong here.
    env: {
      TZ: 'Asia/Kathmandu',
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      SITE_URL: 'http://paper.example',
    },
    globalSetup: ['./db/testing/global-setup.ts', './faults/testing/build.ts'],
    setupFiles: ['./faults/testing/secrets.ts', './db/testing/database.ts', './lib/testing/no-console-error.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
