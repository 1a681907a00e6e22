import { expect, test } from 'vitest'
import { countsIn } from './hit-rate'

test('hits and misses are told apart by the name of their counter', () => {
  const metrics = `# HELP courant_page_cache_hits_total Answers from memory.
# TYPE courant_page_cache_hits_total counter
courant_page_cache_hits_total 900
courant_page_cache_misses_total 100
courant_database_hits_total 5`
  expect(countsIn(metrics)).toEqual({ hits: 900, misses: 100 })
})

test('or by its label', () => {
  const metrics = `courant_page_cache_requests_total{outcome="hit",encoding="br"} 40
courant_page_cache_requests_total{outcome="hit",encoding="gzip"} 2
courant_page_cache_requests_total{outcome="miss",encoding="gzip"} 7`
  expect(countsIn(metrics)).toEqual({ hits: 42, misses: 7 })
})

test('metrics without a page cache tell nothing', () => {
  expect(countsIn('process_resident_memory_bytes 5')).toBeUndefined()
})
