import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listLessons, root } from '#kit/course';
import { bundleOf } from './bundle-of';
import { runIn, type Ended } from './run-in';

/** A copy of the course to work in, with every exercise blank, as after cloning. */
export class Sandbox {
  readonly path = mkdtempSync(join(tmpdir(), 'common-scale-'));

  constructor() {
    for (const entry of [
      'package.json',
      'tsconfig.json',
      'src',
      'lessons',
      'solutions',
      'test/misconceptions',
      'test/weak-properties',
    ]) {
      cpSync(join(root, entry), join(this.path, entry), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'));
    this.blank();
  }

  /**
   * As it was made, for the next test: every exercise blank, and nothing remembered. What does not belong to a
   * learner, which is all but `lessons/` and `.common-scale/`, stays as it is.
   */
  startOver(): void {
    const memory = join(this.path, '.common-scale');
    for (const entry of existsSync(memory) ? readdirSync(memory) : []) {
      const isBundle = existsSync(join(memory, entry, 'bundle.json'));
      if (!isBundle) rmSync(join(memory, entry), { recursive: true });
    }
    rmSync(join(this.path, 'lessons'), { recursive: true });
    cpSync(join(root, 'lessons'), join(this.path, 'lessons'), { recursive: true });
    this.blank();
  }

  private blank(): void {
    for (const { blank, exercise } of listLessons()) this.copy(blank, exercise);
  }

  /** Every lesson done, by its solution. */
  solve(): void {
    for (const { solution, exercise } of listLessons()) this.copy(solution, exercise);
  }

  /** As a save: `cpSync` would remove the file first, and who watches could miss that it is there again. */
  copy(from: string, to: string): void {
    copyFileSync(join(this.path, from), join(this.path, to));
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.path, file), text);
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }

  remove(file: string): void {
    rmSync(join(this.path, file));
  }

  /** `npm test …`, without npm's own second. */
  test(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Ended {
    return this.run('test', args, env);
  }

  /** Some command, such as `npm run adopt 04`. */
  run(command: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Ended {
    this.lend(command);
    return runIn(this.path, command, args, env);
  }

  /** Gives it the bundle of a command, which is the same here, so that this copy need not make one of its own. */
  lend(command: string): void {
    const to = join(this.path, '.common-scale', command);
    if (existsSync(to) || isFile(join(this.path, '.common-scale'))) return;
    const from = bundleOf(command);
    for (const file of readdirSync(from)) {
      if (/\.(?:js|json)$/.test(file)) cpSync(join(from, file), join(to, file));
    }
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
