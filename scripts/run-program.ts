import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

/** Runs a command-line tool of the packages on this Node, and keeps what it says. */
export function runTool(path: string, args: string[]) {
  return runProgram(process.execPath, [join(root, 'node_modules', path), ...args], 'kept')
}

/** Runs a program to its end. Its output is kept, or shown as it comes. Nothing may wait for somebody to type. */
export function runProgram(program: string, args: string[], output: 'kept' | 'shown') {
  return new Promise<{ ok: boolean; output: string }>((resolve) => {
    const stdio = output === 'shown' ? 'inherit' : 'pipe'
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', stdio, stdio] })
    let said = ''
    const keep = (chunk: Buffer) => {
      said += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (status) => resolve({ ok: status === 0, output: said }))
  })
}
