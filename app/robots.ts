import type { MetadataRoute } from 'next'
import { threadOrders } from '@/domain/comment/thread-order'
import { wholeAddress } from '@/domain/wire/address'

/** Everything may be read but what is for one person, one question or the newsroom. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/',
      disallow: [
        '/search',
        '/sign-in',
        '/account',
        // Not what begins like it: the public log is for everybody.
        '/moderation$',
        '/moderation?',
        '/moderation/',
        '/newsroom',
        '/api',
        '/articles/*/discussion',
        ...threadOrders.map((order) => `/articles/*/comments/${order}/`),
        '/articles/*/comments/flat/',
        '/articles/*/comments/picks/',
        '/comments/',
        '/confirmation-code/',
      ],
    },
    sitemap: wholeAddress('/sitemap.xml'),
  }
}
