import { expect } from './fixtures'

/** What a letter says, without the folding of its lines. */
const plain = (letter = '') => letter.replace(/=\r?\n/g, '').replaceAll('=3D', '=')

export const codeIn = (letter?: string) => /^(\d{6})\r?$/m.exec(plain(letter))?.[1] ?? ''

export const linkIn = (letter?: string) => /^(http\S+\/sign-in\/confirm\S+)\r?$/m.exec(plain(letter))?.[1] ?? ''

/** The letter leaves after the answer. */
export async function arrived(find: () => string | undefined) {
  await expect.poll(find).toBeDefined()
  return find()
}
