import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtAnswerKey, exercisesOf, listLessons, root, type Lesson } from '#kit/course';
import { articleCalls, raceCalls, whyCalls } from '#kit/race';
import type { Contents } from '../course-copy/contents';
import { importsIn, type Aliases } from '../course-copy/imports';
import { parsed } from '../course-copy/manifest';
import { minifiedKey } from './answer-keys';
import { commandFiles, scriptsWithoutUse, studentManifest } from './manifest';
import { studentReadme } from './readme';

/** What goes along as it is, beside the code. */
const AS_THEY_ARE = [
  /^(?:\.gitattributes|\.gitignore|\.prettierrc\.json|LICENSE|package-lock\.json|tsconfig\.json|vitest\.config\.ts)$/,
  /^\.vscode\/[\w-]+\.json$/,
  /^lessons\/tsconfig\.json$/,
];
const OF_A_LESSON = /^lessons\/([^/]+)\/(?:README\.md|hints\.md|exercise\.test\.ts|figures\/[^/]+\.svg)$/;
const A_STUB = /^src\/course\/blank\/([^/]+)\/exercise\.ts$/;
const CODE = /^src\/.+\.(?:ts|mjs|html|css)$/;

/** What no import leads to: what starts everything, threads, and the page of the lab. */
const STARTED_BY_PATH = ['src/cli/run.mjs', 'src/cli/watch/type-check/thread.ts', 'src/lab/page/main.ts'];

/**
 * What a copy for students holds.
 * @param files of the course
 * @param keys lessons whose answer keys come along, built
 */
export async function contentsOf(
  files: readonly string[],
  lessons: readonly Lesson[],
  keys: readonly Lesson[],
): Promise<Contents> {
  const names = lessons.map(({ name }) => name);
  const isOfOthers = (file: string) => {
    const name = (OF_A_LESSON.exec(file) ?? A_STUB.exec(file))?.[1];
    return name !== undefined && !names.includes(name);
  };
  const own = files.filter((file) => !isOfOthers(file));
  const asTheyAre = own.filter((file) => [...AS_THEY_ARE, OF_A_LESSON].some((each) => each.test(file)));
  const manifest = textOf('package.json');
  const { imports } = parsed(manifest);
  const begin = [...commandFiles(parsed(manifest)), ...STARTED_BY_PATH, ...lessons.map(({ blank }) => blank)];
  const code = codeFrom([...begin, ...lessons.map(({ test }) => test)], own, imports);
  const copied = [...asTheyAre, ...code].map((file) => [file, textOf(file)] as const);
  const built = keys.map(async (lesson) => [builtAnswerKey(lesson.name), await minifiedKey(lesson)] as const);
  const made = [
    ...lessons.map(({ exercise, blank }) => [exercise, textOf(blank)] as const),
    ...(await Promise.all(built)),
    ['package.json', studentManifest(manifest)] as const,
    ['README.md', studentReadme(textOf('README.md'), absentWords(manifest, lessons))] as const,
  ];
  return new Map([...copied, ...made].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * What some files import, and what these import. Of the commands each file by itself; any other room goes
 * along whole as soon as something of it is needed.
 */
function codeFrom(begin: readonly string[], files: readonly string[], aliases: Aliases): string[] {
  const code = files.filter((file) => CODE.test(file));
  const known = new Set<string>();
  const add = (file: string) => {
    const [, room = ''] = file.split('/');
    const along = room === 'cli' ? [file] : code.filter((each) => each.startsWith(`src/${room}/`));
    for (const each of along) known.add(each);
  };
  for (const file of begin.filter((each) => code.includes(each))) add(file);
  const imported = (file: string) => {
    for (const { candidates } of importsIn(file, textOf(file), aliases)) {
      const found = candidates.find((candidate) => code.includes(candidate));
      if (found !== undefined && !known.has(found)) add(found);
    }
  };
  for (const file of begin) imported(file);
  // What is added while it goes on is looked at, too.
  for (const file of known) imported(file);
  return [...known];
}

/** What the README may not speak of where these lessons are all there is. */
function absentWords(manifest: string, lessons: readonly Lesson[]): string[] {
  const names = lessons.map(({ name }) => name);
  const left = listLessons().filter(({ name }) => !names.includes(name));
  const functions = lessons.flatMap(exercisesOf);
  const unable = [
    ['npm run race', raceCalls],
    ['npm run race -- --recipe article', articleCalls],
    ['npm run why', whyCalls],
  ] as const;
  return [
    ...scriptsWithoutUse(parsed(manifest)).map((script) => `npm run ${script}`),
    ...unable.flatMap(([command, calls]) =>
      Object.keys(calls).every((name) => functions.includes(name)) ? [] : [command],
    ),
    'docs/',
    'solutions/',
    'test/',
    ...left.map(({ folder }) => `${folder}/`),
  ];
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
