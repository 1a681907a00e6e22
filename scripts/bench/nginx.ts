import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, startProgram } from './child'
import { onServerCore } from './cores'

export const hasNginx = () => spawnSync('nginx', ['-v']).error === undefined

export type PlainFile = { path: string; body: Buffer; type: string; encoding: string }

/** nginx, with one worker and nothing of the system's, that serves these bytes from disk. */
export async function startNginx(folder: string, files: readonly PlainFile[]) {
  const port = await freePort()
  const locations = files.map((file, no) => locationOf(folder, file, no))
  const config = join(folder, 'nginx.conf')
  writeFileSync(config, configuration(folder, port, locations))
  const url = `http://127.0.0.1:${port}`
  const command = onServerCore(['nginx', '-c', config, '-p', folder, '-e', join(folder, 'nginx-error.log')])
  const program = await startProgram(command, {}, `${url}${files[0]?.path}`)
  return { url, stop: program.stop }
}

function locationOf(folder: string, { path, body, type, encoding }: PlainFile, no: number) {
  const file = `page-${no}`
  writeFileSync(join(folder, file), body)
  // Not `alias`: for an address that ends in a slash nginx would look for an index.
  return `location = ${path} { root ${folder}; try_files /${file} =404; types {} default_type "${type}"; add_header Content-Encoding ${encoding}; }`
}

function configuration(folder: string, port: number, locations: readonly string[]) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const isRoot = process.getuid?.() === 0
  return `${isRoot ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${join(folder, 'nginx.pid')};
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=100;
  open_file_cache_valid 10m;
  ${temporary.map((name) => `${name}_temp_path ${join(folder, `nginx-${name}`)};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    ${locations.join('\n    ')}
  }
}
`
}
