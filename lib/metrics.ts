import { collectDefaultMetrics, Registry } from 'prom-client'

/**
 * What /metrics tells: every counter and gauge of the site names it in `registers`. For server.ts and what it imports:
 * Next's bundle is another module graph, and would fill a registry of its own that nobody reads. No label holds an
 * address of a reader, a path or a name.
 */
export const metrics = new Registry()

collectDefaultMetrics({ register: metrics })
