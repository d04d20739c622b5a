import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secret } from './private-seed';

const FILE = 'private-seed.txt';

/** The secret of a folder of grades: who goes on with a run must go on with its random data. */
export function keptSecret(folder: string): Secret | undefined {
  const file = join(folder, FILE);
  // The end of a line is not part of it; a space may be.
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/\r?\n$/, '') : undefined;
}

/** Keeps a secret for the next run, where nobody else may read it. */
export function keepSecret(folder: string, secret: Secret): void {
  const file = join(folder, FILE);
  mkdirSync(folder, { recursive: true });
  if (keptSecret(folder) !== secret) writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}
