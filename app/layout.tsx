import './globals.css'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { Footer } from '@/components/page/footer'
import { Masthead } from '@/components/page/masthead'
import { readSections } from '@/db/cached/lists'
import { env } from '@/lib/env'
import { siteWords } from '@/lib/words/site'

const serif = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2',
      style: 'italic',
    },
  ],
  weight: '200 900',
  variable: '--font-text',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(env().siteUrl),
    title: { default: siteWords.name, template: `%s | ${siteWords.name}` },
    robots: { index: true, follow: true, 'max-image-preview': 'large' },
    alternates: { types: { 'application/rss+xml': [{ url: '/feed.xml', title: siteWords.name }] } },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={env().siteLanguage} className={serif.variable}>
      <body>
        <a className="skip" href="#text">
          {siteWords.skip}
        </a>
        <Masthead sections={await readSections()} />
        {children}
        <Footer />
      </body>
    </html>
  )
}
