import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtAnswerKey, findLesson, listLessons, loadSuite, root, type Lesson } from '#kit/course';
import { UsageError } from '../../src/cli/arguments';
import { neededKeys } from '../../src/cli/handout/answer-keys';
import type { Contents } from '../../src/cli/course-copy/contents';
import { courseFiles, filesIn } from '../../src/cli/course-copy/course-files';
import { parsed } from '../../src/cli/course-copy/manifest';
import { contentsOf } from '../../src/cli/handout/contents';
import { earlierLessons } from '../../src/cli/handout/earlier-lessons';
import { newFolder } from '../../src/cli/handout/folder';
import { commandFiles, studentManifest } from '../../src/cli/handout/manifest';
import { studentReadme } from '../../src/cli/handout/readme';
import { complaints } from '../../src/cli/handout/self-check';
import { solutionTraces, squeezed } from '../../src/cli/handout/solution-traces';
import { TemporaryCourse } from '../course/temporary-course';

const every = listLessons();
const numbered = (...numbers: string[]) => numbers.map((number) => findLesson(every, number)!);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
/** What is there, whether git has heard of it or not. */
const onDisk = filesIn();

let whole: Contents;
beforeAll(async () => {
  whole = await contentsOf(onDisk, every, numbered('03'));
});

describe('the files of the course', () => {
  it('are those that git tracks', () => {
    const course = new TemporaryCourse({
      'package.json': '{}',
      'src/data/cars.ts': '',
      'src/data/mine.ts': '',
    });
    const git = (...args: string[]) => spawnSync('git', args, { cwd: course.path });
    git('init', '-q');
    git('add', 'package.json', 'src/data/cars.ts');
    expect(courseFiles(course.path)).toEqual(['package.json', 'src/data/cars.ts']);
    course.dispose();
  });

  it('are all of them where the course lies in a repository that does not know it', () => {
    const course = new TemporaryCourse({ 'course/package.json': '{}', 'course/src/data/cars.ts': '' });
    spawnSync('git', ['init', '-q'], { cwd: course.path });
    mkdirSync(join(course.path, 'course/node_modules'));
    expect(courseFiles(join(course.path, 'course'))).toEqual(['package.json', 'src/data/cars.ts']);
    course.dispose();
  });
});

describe('a copy for students', () => {
  it('has its lessons, blank, and what their commands run on', () => {
    for (const { exercise, blank, test, readme, hints } of every) {
      expect(whole.get(exercise)).toBe(textOf(blank));
      for (const file of [blank, test, readme, hints]) expect(whole.get(file)).toBe(textOf(file));
    }
    for (const file of [
      'package-lock.json',
      'vitest.config.ts',
      '.vscode/launch.json',
      'src/lab/index.html',
    ]) {
      expect(whole.get(file)).toBe(textOf(file));
    }
    for (const file of commandFiles(parsed(textOf('package.json')))) expect(whole.has(file)).toBe(true);
    expect([...whole.keys()].filter((file) => file.startsWith('src/course/answer-keys/'))).toEqual([
      builtAnswerKey('03-std-scaling'),
    ]);
    expect(complaints(whole, every)).toEqual([]);
  });

  it('has nothing of lessons that are left out', async () => {
    const some = numbered('01', '02', '03');
    const left = every.filter((lesson) => !some.includes(lesson));
    const contents = await contentsOf(onDisk, some, []);
    const names = left.map(({ name }) => name);
    expect([...contents.keys()].filter((file) => names.some((name) => file.includes(name)))).toEqual([]);
    expect(contents.get('README.md')).toContain('lessons/03-std-scaling/');
    expect(contents.get('README.md')).not.toMatch(/lessons\/04|npm run (?:race|why)/);
    expect(complaints(contents, some)).toEqual([]);
  });

  it('has scripts that work there, and the same packages', () => {
    const [before, after] = [textOf('package.json'), studentManifest(textOf('package.json'))].map(
      (text) => JSON.parse(text) as Record<string, object>,
    );
    const { scripts, ...rest } = after!;
    expect({ ...rest, scripts: before!['scripts'] }).toEqual(before);
    expect(Object.keys(scripts!)).toEqual(expect.arrayContaining(['start', 'test', 'race', 'compare']));
    expect(
      Object.keys(scripts!).filter((name) => /verify|bench|seeds|handout|grade|figures|build/.test(name)),
    ).toEqual([]);
  });

  it('has a README that promises nothing that is not there', () => {
    const readme = whole.get('README.md') ?? '';
    expect(readme).toContain('handed out');
    expect(readme).toContain('npm run hint');
    expect(readme).not.toMatch(
      /solutions\/|test\/|docs\/|npm run (?:compare|adopt|verify|handout|lab:build)|maintain/,
    );
  });
});

describe('its README', () => {
  const markdown = [
    '# Course',
    'About it.',
    '## Begin',
    '| command | |\n|---|---|\n| `npm run lab` | draws |\n| `npm run lab:build` | builds |',
    '## For one',
    '```sh\nnpm run verify\n```',
    'See docs/layout.md.',
    '### Inside',
    'And test/gates.',
    '## End',
    'Not my-docs/ or latest/.',
  ].join('\n\n');

  it('loses rows, paragraphs and sections that speak of what is absent', () => {
    const readme = studentReadme(markdown, ['npm run lab:build', 'npm run verify', 'docs/', 'test/']);
    expect(readme).toContain('About it.\n\nThis copy was handed out');
    expect(readme).toContain(
      'not looked at.\n\n## Begin\n\n| command | |\n|---|---|\n| `npm run lab` | draws |\n\n## End',
    );
    expect(readme.endsWith('Not my-docs/ or latest/.\n')).toBe(true);
  });

  it('tells a command from a longer one', () => {
    const readme = studentReadme(markdown, ['npm run lab']);
    expect(readme).toContain('lab:build');
    expect(readme).not.toContain('draws');
  });
});

describe('its own check finds', () => {
  const [lesson] = numbered('08') as [Lesson];
  const found = (file: string, text: string) => complaints(new Map([...whole, [file, text]]), every);
  const added = (file: string, more: string) => found(file, `${whole.get(file) ?? ''}\n${more}`);
  const solution = textOf(lesson.solution).split('\n');

  it('files that are not for students', () => {
    const files = [
      'solutions/08-adam/exercise.ts',
      'test/misconceptions/08-adam/no-decay.ts',
      'src/grading/secret.ts',
      'src/cli/handout/readme.ts',
      'src/cli/grade.ts',
      'templates/roster.csv',
      '.git/config',
      'node_modules/chalk/package.json',
      '.common-scale/progress.json',
    ];
    const contents = new Map([...whole, ...files.map((file) => [file, ''] as const)]);
    expect(complaints(contents, every)).toEqual(files.map((file) => `${file} is not for students.`));
  });

  it('an exercise that is not blank', () => {
    expect(found(lesson.exercise, 'mine')).toEqual([`${lesson.exercise} is not blank.`]);
  });

  it('a comment of a solution, in another layout', () => {
    const comment = solution.filter((line) => line.trim().startsWith('//')).at(-1)!;
    const words = comment.trim().slice('// '.length).split(' ');
    expect(added('src/data/run.ts', `/* ${words.join('\n  ')} */`).join()).toContain(
      'src/data/run.ts has a line of',
    );
  });

  it('code of a solution', () => {
    expect(added(lesson.readme, solution.join(' ')).join()).toContain(`${lesson.readme} has a line of`);
  });

  it('a comment in a built answer key', () => {
    const key = builtAnswerKey('03-std-scaling');
    expect(added(key, '/* why */')).toEqual([`${key} has a comment.`]);
  });

  it('an import that leads nowhere', () => {
    const contents = new Map(whole);
    contents.delete('src/data/run.ts');
    expect(complaints(contents, every).join()).toContain('src/data/index.ts imports ./run');
  });
});

describe('what a solution can be known by', () => {
  it('is there for each of them', () => {
    const given = squeezed(every.map(({ blank }) => textOf(blank)).join());
    for (const { solution } of every)
      expect(solutionTraces(textOf(solution), given).length).toBeGreaterThan(3);
  });

  it('is nothing that is given anyway, and nothing that anybody writes', () => {
    const stub = 'export function mean(values: Float32Array): number {';
    const text = `${stub}\n  // Sum.\n  let sum = 0;\n  return sum;\n}\n`;
    expect(solutionTraces(text, squeezed(stub))).toEqual([]);
  });
});

describe('lessons that belong together', () => {
  const earlier = (number: string) => earlierLessons(numbered(number)[0]!, every).map((each) => each.number);

  it('are those that an exercise imports', () => {
    expect(earlier('01')).toEqual([]);
    expect(earlier('03')).toEqual(['02']);
    expect(earlier('05')).toEqual([]);
    expect(earlier('12')).toEqual(['04', '06', '07', '11']);
  });

  it('need an answer key only where their tests judge by it', async () => {
    const suites = await Promise.all(every.map(loadSuite));
    expect(await neededKeys(suites)).toEqual(new Map([['03-std-scaling', '05-properties']]));
  });
});

describe('its folder', () => {
  it('is new, or empty, and not in the course', () => {
    const other = new TemporaryCourse({ 'full/file.txt': '' });
    mkdirSync(join(other.path, 'empty'));
    expect(newFolder(join(other.path, 'empty'))).toBe(join(other.path, 'empty'));
    expect(newFolder(join(other.path, 'new/one'))).toBe(join(other.path, 'new/one'));
    for (const taken of ['full', 'full/file.txt']) {
      expect(() => newFolder(join(other.path, taken))).toThrow(UsageError);
    }
    for (const inside of ['', 'for-students', 'lessons/../src/new', '..for-students']) {
      expect(() => newFolder(join(root, inside))).toThrow(/in the course itself/);
    }
    other.dispose();
  });
});
