import { expect, test } from 'vitest'
import { type Frame, spentWithin } from './profile'

const node = (id: number, url: string, functionName = 'draw') => {
  return { id, callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 } }
}
const profile = {
  startTime: 1000,
  nodes: [
    node(1, '', '(idle)'),
    node(2, 'node_modules/next/dist/compiled/next-server/app-page.js'),
    node(3, 'cache/front-door.ts'),
    node(4, '', '(garbage collector)'),
    node(5, 'node:internal/streams/readable'),
    node(6, 'node_modules/@fastify/busboy/lib/main.js'),
  ],
  samples: [2, 1, 2, 3, 4, 5, 2, 6],
  timeDeltas: [500, 1000, 3000, 1000, 2000, 500, 9000, 2000],
}
const asItIs = ({ url }: Frame) => url

test('time is added up by file and package, most first, and waiting is left out', () => {
  expect(spentWithin(profile, 2000, 9500, asItIs)).toEqual([
    { where: 'next', ms: 3 },
    { where: 'the garbage collector', ms: 2 },
    { where: 'cache/front-door.ts', ms: 1 },
    { where: 'Node itself, with its native parts', ms: 0.5 },
  ])
  expect(spentWithin(profile, 19_000, 20_500, asItIs)).toEqual([{ where: '@fastify/busboy', ms: 2 }])
})

test('what was before and after is left out', () => {
  expect(spentWithin(profile, 1400, 1600, asItIs)).toEqual([{ where: 'next', ms: 0.5 }])
  expect(spentWithin(profile, 90_000, 99_000, asItIs)).toEqual([])
})

test('what a build put together is told by its source', () => {
  const built = { ...profile, nodes: [node(2, '.next/server/chunks/a.js')], samples: [2], timeDeltas: [100] }
  const told = (source: string) => spentWithin(built, 0, 9000, () => source).map(({ where }) => where)
  expect(told('lib/env.ts')).toEqual(['lib/env.ts'])
  expect(told('webpack://next/./dist/compiled/react-dom/cjs/react-dom-server.js')).toEqual(['react-dom'])
  expect(told('webpack://next/./src/server/render.ts')).toEqual(['next'])
})
