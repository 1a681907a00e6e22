import { expect, test } from 'vitest'
import { spentWithin } from './profile'

const frame = (id: number, url: string, functionName = 'draw') => ({ id, callFrame: { functionName, url } })
const profile = {
  startTime: 1000,
  nodes: [
    frame(1, '', '(idle)'),
    frame(2, 'file:///paper/node_modules/next/dist/compiled/next-server/app-page.js'),
    frame(3, 'file:///paper/cache/front-door.ts'),
    frame(4, '', '(garbage collector)'),
    frame(5, 'node:internal/streams/readable'),
  ],
  samples: [2, 1, 2, 3, 4, 5, 2],
  timeDeltas: [500, 1000, 3000, 1000, 2000, 500, 9000],
}

test('time is added up by what the process did, most first, and waiting is left out', () => {
  expect(spentWithin(profile, 2000, 9500)).toEqual([
    { where: 'React and Next drawing', ms: 3 },
    { where: 'the garbage collector', ms: 2 },
    { where: 'the site’s own server', ms: 1 },
    { where: 'Node itself, with its native parts', ms: 0.5 },
  ])
})

test('what was before and after is left out', () => {
  expect(spentWithin(profile, 1400, 1600)).toEqual([{ where: 'React and Next drawing', ms: 0.5 }])
  expect(spentWithin(profile, 90_000, 99_000)).toEqual([])
})
