import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../run-program'
import type { Frame } from './profile'

/** Finds the source, as a path from the project's root, of what runs: by the maps that the build leaves beside its files. */
export function builtSources() {
  const maps = new Map<string, SourceMap | undefined>()
  return ({ url, lineNumber, columnNumber }: Frame) => {
    const file = url.startsWith('file:') ? fileURLToPath(url) : url
    if (!maps.has(file)) maps.set(file, mapOf(file))
    const entry = maps.get(file)?.findEntry(lineNumber, columnNumber)
    const source = entry && 'originalSource' in entry ? entry.originalSource : undefined
    return source ? fromRoot(source) : relative(root, file)
  }
}

function mapOf(file: string) {
  const map = `${file}.map`
  return existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, 'utf8'))) : undefined
}

const fromRoot = (source: string) => source.replace(/^(\.\.\/)+|^turbopack:\/\/\/(\[project\]\/)?/, '')
