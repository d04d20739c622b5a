import type { GradingResult, LessonResult, TaskResult, TestResult } from '../../../src/grading/result';

type Failure = NonNullable<TestResult['failure']>;
type Tests = readonly (TestResult['status'] | Failure)[];

/** A lesson of two functions, as grading leaves it. */
function lesson(
  name: string,
  title: string,
  functions: Readonly<Record<string, Tests>>,
  status: LessonResult['status'] = 'graded',
  trouble?: string,
): LessonResult {
  let index = 0;
  const tasks = Object.entries(functions).map(([name, tests]): TaskResult => {
    const isEarned = tests.every((test) => test === 'passed');
    return {
      name,
      score: isEarned ? 2 : 0,
      maxScore: 2,
      tests: tests.map((test): TestResult => ({
        index,
        title: `${name} does what test ${index++} says`,
        ...(typeof test === 'string' ? { status: test } : { status: 'failed', failure: test }),
      })),
    };
  });
  const sum = (of: (task: TaskResult) => number) => tasks.reduce((total, task) => total + of(task), 0);
  return {
    lesson: name,
    title,
    status,
    ...(trouble !== undefined && { trouble }),
    score: sum(({ score }) => score),
    maxScore: sum(({ maxScore }) => maxScore),
    tasks,
  };
}

function graded(submission: string, lessons: readonly LessonResult[], handedInAs?: string): GradingResult {
  const sum = (of: (lesson: LessonResult) => number) =>
    lessons.reduce((total, lesson) => total + of(lesson), 0);
  return {
    version: 1,
    submission,
    ...(handedInAs !== undefined && { handedInAs }),
    status: 'graded',
    score: sum(({ score }) => score),
    maxScore: sum(({ maxScore }) => maxScore),
    lessons,
    seedFingerprint: '6f1ed002ab559585',
  };
}

const shortOfMean: Failure = {
  kind: 'mismatch',
  sentence: 'Entry 0 is the first that is not right.',
  data: { values: 'Float32Array.of(3, 4)', mean: '3.5' },
  diagnosis: 'This subtracts twice the mean.',
  comparison: {
    columns: [],
    rows: [
      { label: '0', cells: [{ expected: '-0.5', got: '-4', wrong: true }] },
      { label: '1', cells: [{ expected: '0.5', got: '-3', wrong: true }] },
    ],
  },
  place: {
    file: 'lessons/02-mean-centering/exercise.ts',
    line: 12,
    code: 'return values[this.thread.x] - 2 * mean;',
  },
};

const accepted: Failure = {
  kind: 'mismatch',
  sentence: 'This should be refused with a RangeError, and it was not.',
  call: 'mean(Float32Array.of())',
  expected: 'a RangeError',
  got: 'NaN',
};

const hostile =
  '</pre><script>alert("x")</script> ``` | https://example.org [a](b) \u001b[31mred\u001b[0m \u0007\u202eback\r\n# not a heading';

const hostileFailure: Failure = {
  kind: 'error',
  sentence: `Your code threw: ${hostile}`,
  data: { values: hostile },
  table: {
    caption: hostile,
    columns: [hostile],
    rows: [{ name: hostile, cells: [hostile], note: hostile }],
  },
  place: { file: 'lessons/01-hello-kernel/exercise.ts', line: 1, code: hostile },
};

const passed: Tests = ['passed', 'passed'];
const notRun: Tests = ['not run', 'not run'];
const notStarted: Tests = ['not started', 'not started'];

/** Results of every kind. */
export const golden: readonly GradingResult[] = [
  graded('ada', [
    lesson('01-hello-kernel', 'Hello kernel', { double: passed, differences: passed }),
    lesson('02-mean-centering', 'Mean centering', { mean: passed, center: passed }),
  ]),
  graded('bob', [
    lesson('01-hello-kernel', 'Hello kernel', { double: passed, differences: passed }),
    lesson('02-mean-centering', 'Mean centering', {
      mean: ['passed', accepted],
      center: [shortOfMean, 'passed', 'not run'],
    }),
    lesson('03-std-scaling', 'Std scaling', { scale: passed, standardize: ['not started', 'passed'] }),
    lesson(
      '04-standardizer',
      'Standardizer',
      { columnSums: notRun, transform: notRun },
      'refused',
      'exercise.ts is a symbolic link, and links are not followed.',
    ),
    lesson('06-linear-model', 'Linear model', { predict: notStarted }, 'not started'),
    lesson('07-gradient-step', 'Gradient step', { gradient: notRun }, 'missing'),
  ]),
  {
    ...graded('eve', [
      lesson('01-hello-kernel', 'Hello kernel', { double: notRun, differences: notRun }, 'missing'),
      lesson('02-mean-centering', 'Mean centering', { mean: notRun, center: notRun }, 'missing'),
    ]),
    status: 'error',
    trouble: 'The archive cannot be read: it is cut off, damaged, or no tar archive.',
  },
  graded(
    'odd-name',
    [
      lesson('01-hello-kernel', 'Hello kernel', { double: [hostileFailure, 'passed'], differences: passed }),
      lesson('02-mean-centering', 'Mean centering', { mean: notRun }, 'refused', hostile),
    ],
    `=<script>Zoë</script> ${hostile}`,
  ),
];
