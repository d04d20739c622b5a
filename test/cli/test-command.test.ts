import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listLessons } from '#kit/course';
import { Sandbox } from './sandbox';

const course = new Sandbox();
beforeEach(() => course.startOver());
afterAll(() => course.dispose());

const lessons = listLessons();
const [first, second, third] = lessons;
if (first === undefined || second === undefined || third === undefined)
  throw new Error('Lessons are missing.');

const solve = (...some: typeof lessons) =>
  some.forEach(({ solution, exercise }) => course.copy(solution, exercise));
const longest = (page: string) => Math.max(...page.split('\n').map((line) => line.length));
const stackTrace = /^\s+at .*:\d+/m;

describe('npm test on a fresh clone', () => {
  it('is a calm page that says where to begin', () => {
    const { code, out, err } = course.test();
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out.match(/^ {2}○ \d\d .* not started$/gm)?.length).toBe(lessons.length);
    expect(out).toContain(`Begin here\n  Read    ${first.readme}\n  Open    ${first.exercise}, and write`);
    expect(out.split('\n').length).toBeLessThanOrEqual(40);
  });

  it('has no colours in a pipe, and colours where they are asked for', () => {
    expect(course.test(['1']).out).not.toContain('\u001b[');
    expect(course.test(['1'], { FORCE_COLOR: '1', NO_COLOR: '1' }).out).not.toContain('\u001b[');
    expect(course.test(['1'], { FORCE_COLOR: '1' }).out).toContain('\u001b[');
  });
});

describe('npm test on work in progress', () => {
  it('is done when everything is solved', () => {
    solve(...lessons);
    const { code, out } = course.test();
    expect(code).toBe(0);
    expect(out.match(/ done$/gm)?.length).toBe(lessons.length);
    expect(out).toContain('All done.');
  });

  it('goes on with what is begun, and is not red', () => {
    solve(first);
    course.write(
      second.exercise,
      `export * from '#kit/course/blank/${second.name}';\nexport const mean = (v: Float32Array) => {\n  if (v.length === 0) throw new RangeError('0');\n  return v.reduce((a, b) => a + b) / v.length;\n};\n`,
    );
    const { code, out } = course.test();
    expect(code).toBe(0);
    expect(out).toMatch(/◐ 02 .* in progress, 7 of 16/);
    expect(out).toContain('and write `center`');
  });

  it('names the lesson that fails, the task and the test', () => {
    solve(...lessons);
    course.copy(`${second.misconceptions}/rounds.ts`, second.exercise);
    const { code, out } = course.test();
    expect(code).toBe(1);
    expect(out).toContain('Lesson 02, center');
    expect(out).toMatch(/^ {2}✗ .+/m);
    expect(out).toContain(`${second.exercise}, and look at \`center\``);
    expect(out).not.toMatch(stackTrace);
    expect(longest(out)).toBeLessThanOrEqual(80);
  });

  it('shows the smallest data, expected and got, and runs that case again', () => {
    solve(second);
    course.copy(`${third.misconceptions}/multiplied.ts`, third.exercise);
    const { out } = course.test(['3']);
    const again = /npm test (03) -- (--seed \d+)(?: \\\n)? +(--path) ([\da-z./]+)/.exec(out);
    expect(out).toMatch(/with {6}values = Float32Array\.of\(/);
    expect(out).toMatch(/^ +entry +expected +got$/m);
    expect(out).toMatch(/^ +\d +\S+ +\S+ {2}←$/m);
    const [, number, seed, option, path] = again ?? [];
    const replayed = course.test([number!, ...seed!.split(' '), option!, path!]);
    expect(replayed.code).toBe(1);
    const shown = (page: string) => /with {6}.*\n(?:.*\n)*?.*got .*/.exec(page)?.[0];
    expect(shown(replayed.out)).toBe(shown(out));
  });

  it('fits into 60 columns', () => {
    course.copy(`${third.misconceptions}/one-pass-float32.ts`, third.exercise);
    expect(longest(course.test([], { COLUMNS: '60' }).out)).toBeLessThanOrEqual(60);
  });
});

describe('npm test on errors outside of every test', () => {
  it('shows the first, with its line, and does not call the lesson done', () => {
    const source = `export * from '#solutions/02-mean-centering/exercise';\nvoid Promise.reject(new Error('lost'));\n`;
    course.write(second.exercise, source);
    const { code, out } = course.test(['2']);
    expect(code).toBe(1);
    expect(out).toContain('Outside of every test\n  lost');
    expect(out).toContain(`${second.exercise}:2`);
    expect(out).not.toContain('\nDone');
  });
});

describe('npm test on a file that cannot run', () => {
  const trouble = (text: string) => {
    course.write(second.exercise, text);
    const { code, out } = course.test(['2']);
    expect(code).toBe(1);
    expect(out).not.toMatch(stackTrace);
    expect(out).not.toContain('__vite');
    return out;
  };

  it('says where a syntax error is', () => {
    const out = trouble('export function mean(values: Float32Array) {\n  let x = ;\n}\n');
    expect(out).toContain('cannot be read as TypeScript');
    expect(out).toContain(`${second.exercise}:2`);
    expect(out).toContain('let x = ;');
  });

  it('names a missing export', () => {
    expect(trouble('export const other = 1;\n')).toContain('exports no function named mean');
  });

  it('names an import that leads nowhere', () => {
    expect(trouble("import './nowhere';\n")).toContain("imports './nowhere'");
  });

  it('shows the line that throws', () => {
    const out = trouble(
      'export function mean() {\n  return (undefined as never as Float32Array).length;\n}\n',
    );
    expect(out).toContain(`${second.exercise}:2`);
  });

  it('says how to bring a deleted file back', () => {
    course.remove(second.exercise);
    const { code, out } = course.test();
    expect(code).toBe(1);
    expect(out).toContain(`${second.exercise} is missing`);
    expect(out).toContain(`npm run reset ${second.number}`);
  });
});

const printing = `import { differences, rowSums, double as right } from '#solutions/01-hello-kernel/exercise';
export { differences, rowSums };
export async function double(values: Float32Array) {
  console.log('doubling', values.length);
  return right(values);
}
`;

describe('npm test with arguments', () => {
  it('runs one lesson', () => {
    const { code, out } = course.test(['3']);
    expect(code).toBe(0);
    expect(out).toContain('03');
    expect(out).not.toMatch(/ 0[12] /);
  });

  it('says which lessons there are', () => {
    const { code, err } = course.test(['33']);
    expect(code).toBe(2);
    expect(err).toContain('There is no lesson "33"');
  });

  it('says that a case which is mended passes, not that the lesson is done', () => {
    course.copy(`${second.misconceptions}/one-less.ts`, second.exercise);
    const { code, out } = course.test(['2', '--seed', '1', '--path', '8/0']);
    expect(code).toBe(0);
    expect(out).toContain('This one case passes.');
    expect(out).not.toContain('done');
  });

  it('names the file of an earlier exercise that is missing', () => {
    solve(third);
    const { code, out } = course.test(['3']);
    expect(code).toBe(0);
    expect(out).toContain(`${second.exercise}, and write \`mean\``);
  });

  it.each([
    [['--sed', '1']],
    [['--seed', 'x']],
    [['--path', 'x']],
    [['3', '--path', '4/0']],
    [['3', '--seed', '1', '--path', '99/0']],
    [['--seed', '1', '--path', '4/0']],
    [['--backend', 'gpu']],
  ])('refuses %s in words', (args) => {
    const { code, err } = course.test(args);
    expect(code).toBe(2);
    expect(err).not.toMatch(stackTrace);
  });

  it('runs on webasm, and says so', () => {
    solve(first);
    const { code, out } = course.test(['1', '--backend', 'webasm']);
    expect(code).toBe(0);
    expect(out).toContain('webasm');
  });

  it('prints JSON', () => {
    const page = JSON.parse(course.test(['--json']).out) as { lessons: { status: string }[] };
    expect(page.lessons.map((lesson) => lesson.status)).toEqual(lessons.map(() => 'not started'));
  });

  it('shows what an exercise prints, and not all of it', () => {
    course.write(
      second.exercise,
      `console.log('hello from mean');\nexport * from '#kit/course/blank/${second.name}';\n`,
    );
    const { out } = course.test(['2']);
    expect(out).toContain('Your code printed\n  hello from mean');
    expect(course.test(['2', '--json']).out).toMatch(/^\{/);
    solve(second);
    course.write(first.exercise, printing);
    expect(course.test(['1']).out).toMatch(/and \d+ more lines/);
  });
});
