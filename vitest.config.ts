import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '.next*/**', '.data/**', 'e2e/**', 'faults/**'],
    // An odd zone, so that a time of day that is right by accident is wrong here.
    env: {
      TZ: 'Asia/Kathmandu',
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      AUTH_SECRET: 'a-secret-of-the-tests-alone-0123456789',
    },
    globalSetup: './db/testing/global-setup.ts',
    setupFiles: ['./db/testing/database.ts', './lib/testing/no-console-error.ts'],
    maxWorkers: 3,
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
})
