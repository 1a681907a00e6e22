import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Footer } from '@/components/page/footer'
import { Masthead } from '@/components/page/masthead'
import { readSections } from '@/db/cached/lists'
import { env } from '@/lib/env'
import { siteWords } from '@/lib/words/site'
import { faces } from './fonts'

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: siteWords.name, template: `%s | ${siteWords.name}` },
    robots: { index: true, follow: true, 'max-image-preview': 'large' },
    other: { 'time-zone': env().timeZone },
    alternates: { types: { 'application/rss+xml': [{ url: '/feed.xml', title: siteWords.name }] } },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={env().siteLanguage} className={faces}>
      <body>
        <a className="skip" href="#page">
          {siteWords.skip}
        </a>
        <Masthead sections={await readSections()} />
        <div id="page">{children}</div>
        <Footer />
      </body>
    </html>
  )
}
