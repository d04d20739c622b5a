import { join } from 'node:path';
import { exercisesOf, hasSolution, listLessons, root, type Lesson, type Shelf } from '#kit/course';
import { normalizePath, type Plugin } from 'vite';

const NAME = 'virtual:course';
const RESOLVED = `\0${NAME}`;

/**
 * What the page knows of the course: its lessons with the functions in them, whose functions it shows, and
 * how to get them.
 * @param shelf the learner's own beside the solutions, as far as there are any; or the solutions alone
 */
export function courseModule(shelf: Shelf): Plugin {
  return {
    name: 'course',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const lessons = listLessons('src/course/blank');
      const told = lessons.map(({ number, name, title, ...lesson }) => ({
        number,
        name,
        title,
        exercises: exercisesOf({ number, name, title, ...lesson }),
        isSolved: hasSolution(lesson),
      }));
      return [
        `export const shelf = ${JSON.stringify(shelf)};`,
        `export const lessons = ${JSON.stringify(told)};`,
        shelf === 'lessons' ? anyFile : solutionsOf(lessons),
      ].join('\n');
    },
  };
}

/** Files are asked for by address, since one that is missing today may be there tomorrow. */
const anyFile = `export const load = (shelf, lesson) =>
  import(/* @vite-ignore */ ${JSON.stringify(`/@fs${slashed(root)}`)} + shelf + '/' + lesson + '/exercise.ts');`;

/** Files that are put into a folder are named one by one. */
function solutionsOf(lessons: readonly Lesson[]): string {
  // Properties judge functions, and draw nothing; what they are made with is larger than all the rest.
  const drawn = lessons.filter(
    (lesson) => hasSolution(lesson) && !exercisesOf(lesson).includes('properties'),
  );
  const files = drawn.map(({ name, solution }) => {
    const file = JSON.stringify(normalizePath(join(root, solution)));
    return `  ${JSON.stringify(name)}: () => import(${file}),`;
  });
  return `const files = {\n${files.join('\n')}\n};\nexport const load = (_, lesson) => files[lesson]();`;
}

function slashed(folder: string): string {
  const path = normalizePath(folder).replace(/\/?$/, '/');
  return path.startsWith('/') ? path : `/${path}`;
}
