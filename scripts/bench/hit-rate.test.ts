import { expect, test } from 'vitest'
import { countsIn } from './hit-rate'

test('what comes from memory is told apart from what was drawn, waited for or read from disk', () => {
  const metrics = `# HELP courant_page_answers Answers since the start, by where they came from
# TYPE courant_page_answers gauge
courant_page_answers{store="pages",from="hits"} 900
courant_page_answers{store="pages",from="draws"} 60
courant_page_answers{store="pages",from="joined"} 30
courant_page_answers{store="pages",from="fromDisk"} 10
courant_page_answers{store="pictures",from="hits"} 5000`
  expect(countsIn(metrics)).toEqual({ hits: 900, misses: 100 })
})

test('metrics without a page cache tell nothing', () => {
  expect(countsIn('process_resident_memory_bytes 5')).toBeUndefined()
})
