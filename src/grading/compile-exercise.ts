import { Buffer } from 'node:buffer';
import { exercisesOf, linesOf, type Lesson } from '#kit/course';
import { earlierSolutions } from './earlier-solutions';
import type { LoadableCode } from './isolation/messages';
import { transformed } from './limited-esbuild';
import { MachineTrouble } from './machine-trouble';

/** A submission's exercise as one script, with the solutions of the earlier lessons that it builds on. */
export type Compiled = LoadableCode | { readonly trouble: string };

/**
 * Compiles an exercise so that nothing of it is looked for on a disk, neither now nor later. What it imports the script
 * asks for by `require`: there are the rooms, and of earlier lessons the solutions, so that one mistake costs once.
 *
 * @param text the exercise as it was handed in
 * @throws MachineTrouble
 */
export async function compileExercise(lesson: Lesson, text: string): Promise<Compiled> {
  const file = lesson.exercise;
  const read = await transformedTwice(text);
  if ('mistake' in read) {
    return {
      trouble: `${file}, line ${read.line}: this file cannot be read as TypeScript: ${read.mistake}.`,
    };
  }
  if ('ended' in read) {
    return {
      trouble: `${file}: this file cannot be read. Something in it is nested too deep, or grows without end.`,
    };
  }
  const [code, map] = withoutMap(read.script);
  return {
    code,
    file,
    text,
    lines: linesOf(code, map, 'exercise.ts'),
    rooms: usesFastCheck(lesson) ? [...ROOMS, 'fast-check'] : ROOMS,
    earlier: await earlierSolutions(lesson, code),
  };
}

const ROOMS = ['#kit/gpu', '#kit/data', '#kit/todo'];

/** Lesson 05 alone writes properties. */
function usesFastCheck(lesson: Lesson): boolean {
  return exercisesOf(lesson).includes('properties');
}

/** A text is to blame only when no process survives it, and when others are read at the same time. */
async function transformedTwice(text: string): ReturnType<typeof transformed> {
  const first = await transformed(text);
  if (!('ended' in first)) return first;
  const second = await transformed(text);
  if (!('ended' in second) || 'script' in (await transformed('export {};'))) return second;
  throw new MachineTrouble('esbuild does not run on this machine.');
}

const MAP = '//# sourceMappingURL=data:application/json;base64,';

/** @returns a script, and its source map as JSON */
function withoutMap(script: string): [code: string, map: string] {
  const at = script.lastIndexOf(MAP);
  if (at === -1) throw new MachineTrouble('esbuild has written no source map.');
  return [script.slice(0, at), Buffer.from(script.slice(at + MAP.length), 'base64').toString('utf8')];
}
