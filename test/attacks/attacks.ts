import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '#kit/course';
import type { Inbox } from '../grading/intake/handed-in';

/** Something handed in that is after points that it does not deserve, or after somebody else's. */
export interface Attack {
  /** The name of its file, which says what it does; also that of its submission. */
  readonly name: string;
  /** What it tries, in a sentence. */
  readonly tries: string;
  /** Puts it where submissions are collected, under its name. */
  readonly handIn: (inbox: Inbox) => void | Promise<void>;
}

/** What a file in `handed-in` exports. @param name the submission's: a folder, or an archive without its ending */
type HandIn = (inbox: Inbox, name: string) => void | Promise<void>;

const folder = join(root, 'test/attacks');

/** Lessons that are attacked, by name. */
export const attackedLessons: readonly string[] = readdirSync(folder).filter((name) => /^\d\d-/.test(name));

/** An attack that is an exercise. */
export interface HostileExercise {
  readonly lesson: string;
  readonly file: string;
  readonly text: string;
}

export function listHostileExercises(): HostileExercise[] {
  return attackedLessons.flatMap((lesson) =>
    filesIn(lesson).map((file) => ({ lesson, file, text: readFileSync(file, 'utf8') })),
  );
}

/** All of them: exercises, in folders named after their lessons, and what goes wrong before any of them is run. */
export function listAttacks(): Attack[] {
  const exercises = listHostileExercises().map(({ lesson, file, text }) =>
    attack(file, text, (inbox, name) => {
      inbox.put({ [`${name}/lessons/${lesson}/exercise.ts`]: text });
    }),
  );
  const others = filesIn('handed-in').map((file) =>
    attack(file, readFileSync(file, 'utf8'), async (inbox, name) => {
      const { default: handIn } = (await import(pathToFileURL(file).href)) as { default: HandIn };
      await handIn(inbox, name);
    }),
  );
  return [...exercises, ...others];
}

function filesIn(name: string): string[] {
  return readdirSync(join(folder, name)).map((file) => join(folder, name, file));
}

function attack(file: string, text: string, handIn: HandIn): Attack {
  const name = basename(file, '.ts');
  const [, tries] = /^\/\/ (.+)\n/.exec(text) ?? [];
  if (tries === undefined) throw new Error(`${file} does not begin with a line that says what it tries.`);
  return { name, tries, handIn: (inbox) => handIn(inbox, name) };
}
