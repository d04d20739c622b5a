import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Lesson } from './lessons';
import { root } from './root';

/** A copy of the course in another folder, perhaps an older one, with exercises that somebody has written. */
export class OtherCourse {
  /** @param path of its folder */
  constructor(readonly path: string) {}

  /** Why there is nothing to be had from it; undefined where there is. */
  whyNot(): string | undefined {
    const found = statSync(this.path, { throwIfNoEntry: false });
    if (found === undefined) return `There is no folder ${this.path}.`;
    if (!found.isDirectory()) return `${this.path} is no folder. If it is an archive, unpack it first.`;
    if (realpathSync(this.path) === realpathSync(root)) return `${this.path} is this course itself.`;
    if (this.lessons().length > 0) return undefined;
    return `${this.path} is no course: there are no lessons in it. Name the folder in which lessons/ lies.`;
  }

  /** Names of its lessons that have an exercise. */
  lessons(): string[] {
    return this.files()
      .flatMap((file) => /^lessons\/(\d\d-[a-z0-9-]+)\/exercise\.ts$/.exec(file)?.[1] ?? [])
      .toSorted();
  }

  /**
   * A lesson's exercise.
   * @returns undefined where it is missing, or still as it was handed out there
   */
  begun({ exercise, blank }: Pick<Lesson, 'exercise' | 'blank'>): Buffer | undefined {
    const written = this.read(exercise);
    const stub = this.read(blank) ?? contentOf(join(root, blank));
    return written === undefined || stub?.equals(written) === true ? undefined : written;
  }

  /** What a learner has put beside the exercises; paths as in the course. */
  helpers(): string[] {
    return this.files()
      .filter((file) => !COURSES_OWN.test(file) && !/(?:^|\/)(?:\.|node_modules\/)/.test(file))
      .toSorted();
  }

  read(file: string): Buffer | undefined {
    return contentOf(join(this.path, file));
  }

  hasKept(): boolean {
    return existsSync(join(this.path, '.common-scale', 'kept'));
  }

  private files(): string[] {
    const folder = join(this.path, 'lessons');
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile() === true)
      .map((file) => `lessons/${file.replaceAll(sep, '/')}`);
  }
}

/** Files of a lesson that come with the course. */
const COURSES_OWN =
  /^lessons\/(?:tsconfig\.json|\d\d-[a-z0-9-]+\/(?:README\.md|hints\.md|exercise(?:\.test)?\.ts|figures\/.*))$/;

function contentOf(path: string): Buffer | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : undefined;
}
