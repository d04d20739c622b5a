import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface Served {
  readonly address: string;
  readonly server: Server;
  /** Names of the files that somebody has asked for. */
  readonly asked: string[];
}

/** The plainest of web servers: the files of a folder below /lab/, as a teacher's web space would have them. */
export async function serve(folder: string): Promise<Served> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const file = pathname.replace(/^\/lab\//, '').replace(/^$/, 'index.html');
    asked.push(file);
    try {
      if (file === pathname) throw new Error('That is not in the folder.');
      const content = readFileSync(join(folder, file));
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lab`, server, asked };
}
