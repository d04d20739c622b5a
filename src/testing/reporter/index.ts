import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule, TestSpecification, Vitest } from 'vitest/node';
import type { Failure } from '../failure';
import { placeIn } from '../stack-place';
import type { TestReport } from '../register';

/** Everything that one run of the lessons' tests told. */
export interface RunReport {
  readonly tests: readonly TestReport[];
  /** Lessons of which not all tests have run, because the process that ran them has ended. */
  readonly unfinished: readonly string[];
  /** Lines that exercises have printed. */
  readonly printed: readonly string[];
  /** Test files that could not be collected, by path relative to the course, with the reason. */
  readonly brokenFiles: readonly { readonly file: string; readonly reason: string }[];
  /** Errors outside of every test: a promise that nobody awaited, say. */
  readonly strayErrors: readonly Failure[];
  /** The process has been changed by what it ran: a further run needs another. */
  readonly soiled: boolean;
}

/** Gathers what the tests report and what exercises print, and hands it over when all have run. */
export function lessonReporter(finished: (report: RunReport) => void): Reporter {
  let root = '';
  let asked: string[] = [];
  let printed: string[] = [];
  return {
    onInit: (vitest: Vitest) => {
      root = vitest.config.root;
    },
    onTestRunStart: (specifications: readonly TestSpecification[]) => {
      asked = specifications.map(lessonOf);
      printed = [];
    },
    onUserConsoleLog: ({ content }) => {
      printed.push(content);
    },
    onTestRunEnd: (modules: readonly TestModule[], stray: readonly SerializedError[]) => {
      const complete = modules.filter(isComplete).map(lessonOf);
      finished({
        unfinished: asked.filter((lesson) => !complete.includes(lesson)),
        printed: printed
          .join('')
          .split('\n')
          .filter((line) => line !== ''),
        tests: modules.flatMap((module) => {
          const tests = [...module.children.allTests()];
          return tests.flatMap(isComplete(module) ? reportOf : whatItReported);
        }),
        brokenFiles: modules.flatMap((module) =>
          module.errors().map((error) => ({ file: relative(root, module.moduleId), reason: error.message })),
        ),
        soiled: modules.some((module) => module.meta().soiled === true),
        strayErrors: stray.map(({ message, stack }) => ({
          kind: 'error',
          sentence: message,
          ...placeIn(stack),
        })),
      });
    },
  };
}

function isComplete(module: TestModule): boolean {
  return module.state() !== 'pending' && module.state() !== 'queued';
}

function lessonOf({ moduleId }: { readonly moduleId: string }): string {
  return moduleId.split('/').at(-2) ?? '';
}

function whatItReported(test: TestCase): TestReport[] {
  const { report } = test.meta();
  return report === undefined ? [] : [report];
}

function reportOf(test: TestCase): TestReport[] {
  const { report } = test.meta();
  const result = test.result();
  if (report !== undefined && (result.state !== 'failed' || report.outcome.status === 'failed'))
    return [report];
  if (report === undefined && test.options.mode === 'skip') return [];
  // Stopped from outside: the test itself had no chance to say so.
  const task = test.parent.type === 'suite' ? test.parent.name : '';
  const sentence = result.errors?.[0]?.message ?? 'The test did not run.';
  return [
    {
      lesson: lessonOf(test.module),
      task,
      title: test.name,
      index: -1,
      outcome: { status: 'failed', failure: { kind: 'error', sentence, stopped: true } },
    },
  ];
}
