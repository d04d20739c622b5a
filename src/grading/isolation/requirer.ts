import { compileFunction } from 'node:vm';
import { placeOf } from '#kit/gpu';
import type { LoadableCode } from './messages';

/** Thrown where an exercise imports what is not handed to it. */
export class ImportRefused extends Error {
  /** Of the file, from 1; undefined where the import does not stand there. */
  readonly line: number | undefined;

  constructor(name: string, below: (name: string) => object) {
    super(refusal(name));
    this.name = 'Error';
    Error.captureStackTrace(this, below);
    this.line = placeOf(this)?.line;
  }
}

function refusal(name: string): string {
  return name.startsWith('./')
    ? `it imports '${name}', and of a lesson only exercise.ts is handed in.`
    : `it imports '${name}', and an exercise may import the course's rooms and earlier lessons only.`;
}

/**
 * What an exercise imports by: rooms, and earlier lessons, each of which is run once. Nothing is looked for on a disk.
 * @param loaded the rooms, by the names that exercises know
 */
export function requirer(
  { rooms, earlier }: Pick<LoadableCode, 'rooms' | 'earlier'>,
  loaded: Readonly<Record<string, object>>,
): (name: string) => object {
  const run = new Map<string, object>();
  return function required(name: string): object {
    const room = rooms.includes(name) ? loaded[name] : undefined;
    if (room !== undefined) return room;
    const [, lesson = ''] = /^\.\.\/(\d\d-[a-z0-9-]+)\/exercise(?:\.[jt]s)?$/.exec(name) ?? [];
    const known = run.get(lesson);
    if (known !== undefined) return known;
    if (!Object.hasOwn(earlier, lesson)) throw new ImportRefused(name, required);
    const module = runScript(earlier[lesson] ?? '', `http://solutions/${lesson}`, required);
    run.set(lesson, module);
    return module;
  };
}

/** Runs a script without `import()`. @returns what it exports */
export function runScript(code: string, filename: string, require: (name: string) => object): object {
  const module = { exports: {} };
  const run = compileFunction(code, ['module', 'exports', 'require'], { filename });
  run.call(undefined, module, module.exports, require);
  return module.exports;
}
