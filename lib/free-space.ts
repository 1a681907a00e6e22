import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Bytes that may still be written into a folder, or into where it would be made. Takes an absolute path. */
export async function freeSpace(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch (error) {
    if (!isMissing(error) || dirname(folder) === folder) throw error
    return freeSpace(dirname(folder))
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
