import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from '#kit/course';
import { right, type Finding } from './finding';

/** An older Node does not come this far: what-is-missing.mjs has sent it away. */
export function check(): Finding {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  const cores = availableParallelism();
  const machine = `${process.platform} ${process.arch} with ${cores} core${cores === 1 ? '' : 's'}`;
  const wanted = engines.node.replace('>=', '');
  return right(`${process.versions.node} on ${machine}; the course needs ${wanted} or newer`);
}
