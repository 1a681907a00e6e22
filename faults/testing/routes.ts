import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export type Route = { address: string; isForEveryone: boolean }

/** What the parameters of a route's address are filled with, by its folder where the name alone does not tell. */
export type Parameters = Record<string, string>

/** Every page and route of the site, with real things in the places of parameters. */
export function listRoutes(parameters: Parameters): Route[] {
  const files = readdirSync(join(import.meta.dirname, '../../app'), { recursive: true, encoding: 'utf8' })
  const routes = files.filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  return [
    ...routes.map((file) => ({ address: addressOf(file, parameters), isForEveryone: forEveryone.test(file) })),
    { address: '/robots.txt', isForEveryone: true },
  ]
}

const forEveryone = /^(\(reading\)|\(wire\)|media)\//

function addressOf(file: string, parameters: Parameters) {
  const route = join('/', file, '..').replaceAll(/\/\([^)]+\)/g, '')
  const filled = route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    const value = parameters[`${route}:${name}`] ?? parameters[name]
    if (value === undefined) throw new Error(`the test fills no ${name} of ${route}`)
    return value
  })
  return filled || '/'
}
