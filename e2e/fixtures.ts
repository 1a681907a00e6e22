import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { hintCookie } from '@/auth/cookies'
import { closeDatabase, db } from '@/db/client'
import { findRunningPostgres } from '@/db/embedded/embedded-postgres'
import { tags } from '@/db/invalidate'
import { listSections } from '@/db/queries/sections'
import { article, articleSlug, confirmationCode, member } from '@/db/schema'
import { aComment, aMember, anArticle, aSection } from '@/db/testing/a-paper'
import type { Rank } from '@/domain/actor'
import { withdrawArticle } from '@/domain/article/withdraw-article'
import { addToEnvironment, env } from '@/lib/env'
import { aSession } from './a-session'
import { tellSite } from './tell-site'

export { db, expect }

const unique = () => randomBytes(5).toString('hex')

/** What a test may do behind the pages: put an article out, sign a person in, read a letter. */
export const test = base.extend<{ blocksModule: boolean; hasModule: boolean; paper: Paper; goesUnhurt: undefined }>({
  /** Whether the documents' script does not arrive, as behind a filter or on a bad line. */
  blocksModule: [false, { option: true }],
  /** Whether it runs. */
  hasModule: async ({ javaScriptEnabled, blocksModule }, use) => use(javaScriptEnabled !== false && !blocksModule),
  page: async ({ page, blocksModule }, use) => {
    if (blocksModule) await page.route('**/enhance/**', (route) => route.abort())
    await use(page)
  },
  /** An address of its own for each test, as if through a proxy: limits by address are those of the site itself. */
  extraHTTPHeaders: async ({ baseURL: _ }, use) =>
    use({ 'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.1` }),
  paper: async ({ page, baseURL }, use) => {
    await connect(baseURL ?? '')
    await use(new Paper(page))
    await closeDatabase()
  },
  /** A page that asks another site for something, throws, or does what its policy forbids, fails its test. */
  goesUnhurt: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:'))
          faults.push(`asked for ${request.url()}`)
      })
      page.on('console', (message) => {
        if (/content security policy|trusted ?(type|html|script)/i.test(message.text())) faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(`threw ${error}`))
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

/** To the tested site's database, and as a part of that site: links that tests make lead to it. */
async function connect(siteUrl: string) {
  const url = await findRunningPostgres(join(env().dataFolder, 'postgres'))
  if (!url) throw new Error('the tested site’s database is not running')
  addToEnvironment({ DATABASE_URL: url, SITE_URL: siteUrl })
}

export class Paper {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async signOut() {
    await this.page.context().clearCookies()
  }

  async giveRank(memberId: string, rank: Rank) {
    await db.update(member).set({ rank }).where(eq(member.id, memberId))
  }

  /** An article that is out, in a section of its own. */
  async publish(wish: { headline: string; commentsOpen?: boolean; text?: string; publishedAt?: Date }) {
    const section = await db.query.section.findFirst({ where: (one) => eq(one.slug, 'town') })
    const headline = `${wish.headline} ${unique()}`
    const slug = `${wish.headline.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${unique()}`
    const made = await anArticle({ ...wish, headline, slug, sectionId: section?.id ?? (await aSection()).id })
    await this.invalidateAll(made.id)
    return { ...made, path: `/articles/${slug}`, section: { slug: 'town' } }
  }

  /** Makes the site forget all lists, and one article's pages. */
  async invalidateAll(articleId?: string) {
    const sections = await listSections()
    const own = articleId ? [tags.article(articleId), tags.counts(articleId), tags.comments(articleId)] : []
    const lists = [tags.front, tags.wire, tags.sections, ...sections.map((section) => tags.section(section.id))]
    await tellSite(env().siteUrl, [...lists, ...own])
  }

  /** Withdraws an article as an editor does. */
  async withdraw(articleId: string, reason: string) {
    const outcome = await withdrawArticle(await aMember({ rank: 'editor' }), { articleId, reason })
    if (!outcome.ok) throw new Error(`not withdrawn: ${outcome.refusal}`)
    // The site hears of it by a notification, since the test is another process.
    const status = async () => (await this.page.request.get(`/articles/${outcome.value.slug}`)).status()
    await expect.poll(status, { timeout: 10_000 }).toBe(410)
  }

  async closeComments(articleId: string) {
    await db.update(article).set({ commentsOpen: false }).where(eq(article.id, articleId))
    await this.invalidateAll(articleId)
  }

  /** Gives an article another address; the one that it had leads there. */
  async move(articleId: string) {
    const [before] = await db.select({ slug: article.slug }).from(article).where(eq(article.id, articleId))
    const slug = `moved-${unique()}`
    await db.update(article).set({ slug }).where(eq(article.id, articleId))
    await db.insert(articleSlug).values({ slug: before?.slug ?? '', articleId })
    await tellSite(env().siteUrl, [tags.slug(before?.slug ?? ''), tags.slug(slug)])
    return `/articles/${slug}`
  }

  /** An address that the article is said to have had before. */
  async formerAddress(articleId: string) {
    const slug = `former-${unique()}`
    await db.insert(articleSlug).values({ slug, articleId })
    return `/articles/${slug}`
  }

  /** Signs the page's browser in as a new person of this rank. */
  async signIn(rank?: Rank, name?: string) {
    const session = await aSession(rank, name)
    await this.page.context().addCookies([
      { name: session.cookieName, value: session.token, url: env().siteUrl, httpOnly: true, sameSite: 'Lax' },
      { name: hintCookie, value: 'member', url: env().siteUrl, sameSite: 'Lax' },
    ])
    return session
  }

  /** A comment of another member, visible unless it is said otherwise. */
  async comment(
    articleId: string,
    text: string,
    wish: Omit<Parameters<typeof aComment>[0], 'articleId' | 'text'> = {},
  ) {
    const made = await aComment({ ...wish, articleId, text })
    await this.invalidateAll(articleId)
    return made
  }

  /** What stands in the picture of the code on the page. */
  async codeOnPage() {
    const id = await this.page.locator('input[name=codeId]').inputValue()
    const [found] = await db
      .select({ answer: confirmationCode.answer })
      .from(confirmationCode)
      .where(eq(confirmationCode.id, id))
    return found?.answer ?? ''
  }

  /** The newest letter to an address, as text. */
  letterTo(email: string) {
    const folder = env().outboxFolder
    // The site makes it with the first letter.
    if (!existsSync(folder)) return undefined
    const letters = readdirSync(folder)
      .sort()
      .reverse()
      .map((file) => readFileSync(join(folder, file), 'utf8'))
    return letters.find((letter) => letter.includes(email))
  }
}
