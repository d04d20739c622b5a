import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { visit, type Stop, type Visit } from './visit';

// Starts a command and debugs all its processes. Prints how it ended, and where it stood still.
//
//   node --import tsx test/cli/debugger/debug.ts '{ "command": […], "visit": { … } }'

interface Task {
  /** Arguments of node. */
  readonly command: readonly string[];
  readonly visit: Visit;
}

export interface Debugged {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** How many processes let a debugger in. */
  readonly processes: number;
  readonly stops: readonly Stop[];
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
const doors = mkdtempSync(join(tmpdir(), 'doors-'));
const door = fileURLToPath(new URL('door.cjs', import.meta.url));
const child = spawn(process.execPath, task.command, {
  env: {
    ...process.env,
    DOORS: doors,
    NODE_OPTIONS: `--require ${JSON.stringify(door)} --inspect-publish-uid=http`,
  },
  stdio: ['ignore', 'pipe', 'pipe'],
});
let [out, err] = ['', ''];
child.stdout.on('data', (data) => (out += String(data)));
child.stderr.on('data', (data) => (err += String(data)));

const visits = new Map<string, Promise<Stop[]>>();
const looking = setInterval(() => {
  for (const name of readdirSync(doors)) {
    if (!name.endsWith('.url') || visits.has(name)) continue;
    visits.set(name, visit(readFileSync(join(doors, name), 'utf8'), task.visit));
  }
}, 10);

child.on('close', async (code) => {
  clearInterval(looking);
  const stops = (await Promise.all(visits.values())).flat();
  rmSync(doors, { recursive: true });
  const debugged: Debugged = { code, out, err, processes: visits.size, stops };
  process.stdout.write(JSON.stringify(debugged));
});
