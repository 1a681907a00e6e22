import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { addToEnvironment, env } from '@/lib/env'
import { keepSiteAddress, recallSiteAddress } from './site-address'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-address-'))
  addToEnvironment({ DATA_DIR: folder, SITE_URL: '' })
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
    addToEnvironment({ DATA_DIR: '', SITE_URL: '' })
  })
})

test('a command links to the address under which the site ran', () => {
  addToEnvironment({ SITE_URL: 'https://paper.example' })
  keepSiteAddress()
  addToEnvironment({ SITE_URL: '' })
  recallSiteAddress()
  expect(env().siteUrl).toBe('https://paper.example')
})

test('an address that was given stands', () => {
  writeFileSync(join(folder, 'address'), 'https://paper.example')
  addToEnvironment({ SITE_URL: 'https://other.example' })
  recallSiteAddress()
  expect(env().siteUrl).toBe('https://other.example')
})

test('what is no address is left aside, and so is none', () => {
  recallSiteAddress()
  expect(env().siteUrl).toBe('http://localhost:3000')
  writeFileSync(join(folder, 'address'), 'javascript:alert(1)')
  recallSiteAddress()
  expect(env().siteUrl).toBe('http://localhost:3000')
})
