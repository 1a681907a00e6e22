import { defineConfig } from '@playwright/test'
import { env } from './lib/env'

const { chromiumPath, e2ePort, e2eNodes, dataFolder } = env()
const address = `http://localhost:${e2ePort}`
const isRoot = process.getuid?.() === 0

/** Walks that are the same with scripts and without: they open no page, or one with scripts whatever the project says. */
const onceIsEnough = /@once/

export default defineConfig<{ blocksModule: boolean }>({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 30_000,
  use: {
    baseURL: address,
    trace: 'off',
    // No walk is about motion, and a view transition that Chromium drops is no fault of a page.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: chromiumPath,
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    // Journeys that the documents' script shortens pass where it does not arrive, too.
    {
      name: 'module-blocked',
      grepInvert: onceIsEnough,
      testMatch: [
        'comment',
        'kept-text',
        'read',
        'search',
        'paging',
        'hidden',
        'report',
        'sign-in',
        'letters',
        'orders',
      ].map((name) => `${name}.spec.ts`),
      use: { browserName: 'chromium', javaScriptEnabled: true, blocksModule: true },
    },
    { name: 'scripts-on', use: { browserName: 'chromium', javaScriptEnabled: true } },
    // axe is a script itself, and reads the same HTML.
    {
      name: 'scripts-off',
      testIgnore: ['axe.spec.ts', 'desk-keys.spec.ts', 'enhance.spec.ts'],
      grepInvert: onceIsEnough,
      use: { browserName: 'chromium', javaScriptEnabled: false },
    },
  ],
  // The site as somebody starts it for the first time: its own database, the demonstration paper, the real build.
  webServer: {
    command: `"${process.execPath}" --import ./scripts/resolve.mjs ${e2eNodes > 1 ? 'e2e/several-nodes.ts' : 'scripts/start.ts'}`,
    wait: { stdout: /is running at/ },
    env: {
      PORT: String(e2ePort),
      SITE_URL: address,
      DATA_DIR: dataFolder,
      DATABASE_URL: '',
      // So that each test can come from an address of its own.
      TRUSTED_PROXIES: '127.0.0.0/8, ::1',
    },
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
