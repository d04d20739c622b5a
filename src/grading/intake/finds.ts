import type { HandedIn, Submission } from '../submission';
import type { Place } from './place';
import { Refusal } from './refusal';

const folderInstead: HandedIn = { trouble: 'exercise.ts is a folder.' };

/** What an archive holds where exercises belong. */
export class Finds {
  /** By the course's folder, then by lesson. */
  readonly #found = new Map<string, Map<string, HandedIn>>();

  /** @throws Refusal where there is something already: another program might take the other one */
  add({ folder, lesson, at }: Place, what: HandedIn): void {
    const here = this.#found.get(folder) ?? new Map<string, HandedIn>();
    this.#found.set(folder, here);
    const before = here.get(lesson);
    const found = at === 'folder' ? folderInstead : what;
    // A folder has its own entry and one for each file in it.
    if (before !== undefined && !(before === folderInstead && found === folderInstead)) {
      throw new Refusal(
        `The archive has lessons/${lesson}/exercise.ts twice, so which one counts is unclear.`,
      );
    }
    here.set(lesson, found);
  }

  /** @throws Refusal where the course is there more than once */
  get exercises(): Submission['exercises'] {
    const top = this.#found.get('');
    if (top !== undefined) return Object.fromEntries(top);
    const [only, ...others] = this.#found.values();
    if (others.length > 0) {
      throw new Refusal(`The archive has lessons in ${others.length + 1} folders. Hand in one of them.`);
    }
    return Object.fromEntries(only ?? []);
  }
}
