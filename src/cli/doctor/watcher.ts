import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { root } from '#kit/course';
import { note, right, type Finding } from './finding';

const MOST_MILLISECONDS = 1_500;

/** Whether a file that is saved here is noticed. Network drives and some containers tell nobody. */
export async function check(): Promise<Finding> {
  mkdirSync(join(root, '.common-scale'), { recursive: true });
  const folder = mkdtempSync(join(root, '.common-scale', 'doctor-'));
  const file = join(folder, 'saved.ts');
  writeFileSync(file, 'before');
  const watcher = watch(folder, { ignoreInitial: true });
  try {
    await new Promise<void>((resolve) => {
      watcher.once('ready', resolve);
    });
    const begun = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const heard = new Promise<boolean>((resolve) => {
      watcher.once('all', () => resolve(true));
      timer = setTimeout(resolve, MOST_MILLISECONDS, false);
    });
    writeFileSync(file, 'after');
    const isHeard = await heard;
    clearTimeout(timer);
    const polling = process.env['CHOKIDAR_USEPOLLING'] === undefined ? '' : ', by looking again and again';
    if (isHeard) return right(`noticed after ${Math.ceil(performance.now() - begun)} ms${polling}`);
    return note(
      'not noticed: this drive does not tell when a file changes',
      'Start the watch with the environment variable CHOKIDAR_USEPOLLING=1, so that it looks by itself.',
    );
  } finally {
    await watcher.close();
    rmSync(folder, { recursive: true });
  }
}
