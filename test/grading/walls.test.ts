import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#kit/course';
import { findWalls } from '../../src/grading/isolation/find-walls';
import { missingWalls } from '../../src/grading/isolation/missing-walls';
import { around, nodeFlags, type Walls } from '../../src/grading/isolation/walls';

// Each wall by itself, around a script that has all of Node. A wall that cannot be built here is skipped, by its name.

const none: Walls = { namespaces: undefined, nobody: false, leash: false, limits: false };
const makers = ['unshare', 'bwrap'] as const;

const works = (command: string) => spawnSync('sh', ['-c', command], { stdio: 'ignore' }).status === 0;
const isRoot = process.getuid?.() === 0;
const become = 'setpriv --reuid 65534 --regid 65534 --clear-groups';
const wrap = 'bwrap --ro-bind / / --proc /proc --dev /dev --unshare-net --unshare-pid --unshare-ipc true';
/** What there is to find here, asked in another way. */
const there = {
  unshare: works(`unshare ${isRoot ? '' : '--user -r '}--net --pid --ipc --uts --mount-proc --fork true`),
  bwrap: works(wrap) && (!isRoot || works(`${become} ${wrap}`)),
  nobody: isRoot && works(`${become} true`),
  leash: works('setpriv --pdeathsig KILL true'),
};

const folder = mkdtempSync(join(tmpdir(), 'walls-'));
const at = (name: string) => join(folder, name);
const breakout = at('breakout.cjs');

const server = createServer((socket) => socket.end());
let port: number;

beforeAll(async () => {
  // Whoever owns nothing has to reach the scripts, too.
  chmodSync(folder, 0o755);
  copyFileSync(join(root, 'test/grading/walls/breakout.cjs'), breakout);
  writeFileSync(at('here.cjs'), "process.stdout.write('here'); setTimeout(() => undefined, 20_000);");
  writeFileSync(at('secret'), 'known', { mode: 0o600 });
  mkdirSync(at('open'));
  chmodSync(at('open'), 0o777);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  port = (server.address() as { port: number }).port;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a cell is started. */
function start(walls: Walls, ...command: readonly string[]) {
  const [file, ...args] = around(walls, [process.execPath, ...command]);
  return [file, args, { env: {}, cwd: folder }] as const;
}

/** What came of each try to break out, and whether the process lives that was to be killed. */
async function tried(walls: Walls, flags: readonly string[] = []): Promise<Record<string, unknown>> {
  const victim = spawn('sleep', ['60']);
  const died = once(victim, 'exit').then(() => false);
  const args = [breakout, `${port}`, `${victim.pid}`, at('secret'), at('open')];
  const [file, rest, options] = start(walls, ...flags, ...args);
  const child = spawn(file, rest, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  await once(child, 'close');
  const lives = await Promise.race([died, wait(50, true)]);
  victim.kill();
  return { ...(JSON.parse(said) as object), lives };
}

describe.skipIf(process.platform !== 'linux')('the walls of a cell', () => {
  it('are found where they are, also where the first try was too short', () => {
    const walls = findWalls(breakout, [breakout]);
    expect(walls).toEqual({
      namespaces: makers.find((maker) => there[maker]),
      nobody: there.nobody,
      leash: there.leash,
      limits: true,
    });
    expect(findWalls(breakout, [breakout], [1, 30_000])).toEqual(walls);
  });

  it('are named where they are missing', () => {
    expect(missingWalls(none)).toEqual([
      'namespaces',
      'another user',
      'an end with the grader',
      'limits of the system',
    ]);
    expect(missingWalls({ namespaces: 'bwrap', nobody: true, leash: true, limits: true })).toEqual([]);
  });

  it('stop what would work without them', async () => {
    expect(await tried(none)).toMatchObject({
      user: process.getuid?.(),
      signal: 'done',
      lives: false,
      read: 'done',
      write: 'done',
      start: 'done',
      thread: 'done',
      memory: 'done',
      open: 'done',
      connection: 'done',
    });
  });

  for (const namespaces of makers) {
    it.skipIf(!there[namespaces])(
      `namespaces by ${namespaces}: no network, and nobody else to see or to signal`,
      async () => {
        const came = await tried({ ...none, namespaces });
        expect(came).toMatchObject({ signal: 'ESRCH', lives: true });
        expect(came['connection']).toMatch(/^(ECONNREFUSED|ENETUNREACH)$/);
        expect(came['processes']).toBeLessThan(4);
      },
    );
  }

  it.skipIf(!there.nobody)('another user: owns nothing', async () => {
    expect(await tried({ ...none, nobody: true })).toMatchObject({
      user: 65534,
      signal: 'EPERM',
      lives: true,
      read: 'EACCES',
    });
  });

  it('limits of the system: memory, open files, files written, time of the processor', async () => {
    const came = await tried({ ...none, limits: true });
    expect(came).toMatchObject({ write: 'EFBIG', open: 'EMFILE' });
    expect(came['memory']).not.toBe('done');
    expect(came['limits']).toMatch(/^Max cpu time +600 +600 /m);
    expect(came['limits']).toMatch(/^Max core file size +0 +0 /m);
  });

  it("Node's permissions: no file but those that it needs, no other program, no thread", async () => {
    expect(await tried(none, nodeFlags([breakout]))).toMatchObject({
      read: 'ERR_ACCESS_DENIED',
      write: 'ERR_ACCESS_DENIED',
      start: 'ERR_ACCESS_DENIED',
      thread: 'ERR_ACCESS_DENIED',
      open: 'ERR_ACCESS_DENIED',
    });
  });

  const all = { nobody: there.nobody, leash: there.leash, limits: true };
  for (const namespaces of makers) {
    it.skipIf(!there[namespaces])(`all of them, with ${namespaces}: let nothing through`, async () => {
      const came = await tried({ ...all, namespaces }, nodeFlags([breakout]));
      expect(came['connection']).not.toBe('done');
      expect(came).toMatchObject({ ...(there.nobody && { user: 65534 }), signal: 'ESRCH', lives: true });
      for (const name of ['read', 'write', 'start', 'thread']) expect(came[name]).toBe('ERR_ACCESS_DENIED');
      expect(came['memory']).not.toBe('done');
    });
  }

  for (const [words, walls, isThere] of [
    ['by setpriv alone', { ...none, leash: true }, there.leash],
    ['as another user', { ...none, nobody: true, leash: true }, there.nobody],
    ['in namespaces by unshare', { ...all, namespaces: 'unshare' }, there.unshare && there.leash],
    ['in namespaces by bwrap', { ...all, namespaces: 'bwrap' }, there.bwrap && there.leash],
  ] as const) {
    it.skipIf(!isThere)(`an end with the grader, ${words}`, async () => {
      // What it starts prints into the same pipe, which closes when nobody is left.
      const code = `const [file, args, options] = ${JSON.stringify(start(walls, at('here.cjs')))};
        const stdio = ['ignore', 'inherit', 'ignore'];
        require('node:child_process').spawn(file, args, { ...options, stdio, detached: true });
        setTimeout(() => undefined, 20_000);`;
      const grader = spawn(process.execPath, ['--eval', code], { stdio: ['ignore', 'pipe', 'ignore'] });
      const closed = once(grader.stdout, 'close').then(() => 'ended');
      await once(grader.stdout, 'data');
      grader.kill('SIGKILL');
      expect(await Promise.race([closed, wait(5_000, 'lives')])).toBe('ended');
    });
  }
});
