import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process of the system. */
export interface Running {
  readonly id: number;
  readonly command: string;
  /** What it has in memory. */
  readonly megabytes: number;
}

/**
 * The processes that work in a folder: it stands in their command or in their environment. Nobody is found where the
 * system does not tell.
 */
export function runningIn(folder: string): Running[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .flatMap((id) => {
      const command = textOf(id, 'cmdline').replaceAll('\0', ' ').trim();
      if (!command.includes(folder) && !textOf(id, 'environ').includes(folder)) return [];
      const status = textOf(id, 'status');
      const number = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      // What bundles for this process ends with it.
      const isOwn = number('PPid') === process.pid && command.includes('esbuild');
      return id === process.pid || isOwn ? [] : [{ id, command, megabytes: number('VmRSS') / 1024 }];
    });
}

function textOf(id: number, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
