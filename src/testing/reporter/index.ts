import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from 'vitest/node';
import type { Failure } from '../failure';
import { placeIn } from '../stack-place';
import type { TestReport } from '../register';

/** Everything that one run of the lessons' tests told. */
export interface RunReport {
  readonly tests: readonly TestReport[];
  /** Lines that exercises have printed. */
  readonly printed: readonly string[];
  /** Test files that could not be collected, by path relative to the course, with the reason. */
  readonly brokenFiles: readonly { readonly file: string; readonly reason: string }[];
  /** Errors outside of every test: a promise that nobody awaited, say. */
  readonly strayErrors: readonly Failure[];
}

/** Gathers what the tests report and what exercises print, and hands it over when all have run. */
export function lessonReporter(finished: (report: RunReport) => void): Reporter {
  let root = '';
  const printed: string[] = [];
  return {
    onInit: (vitest: Vitest) => {
      root = vitest.config.root;
    },
    onUserConsoleLog: ({ content }) => {
      printed.push(content);
    },
    onTestRunEnd: (modules: readonly TestModule[], stray: readonly SerializedError[]) => {
      finished({
        printed: printed
          .join('')
          .split('\n')
          .filter((line) => line !== ''),
        tests: modules.flatMap((module) => [...module.children.allTests()].flatMap(reportOf)),
        brokenFiles: modules.flatMap((module) =>
          module.errors().map((error) => ({ file: relative(root, module.moduleId), reason: error.message })),
        ),
        strayErrors: stray.map(({ message, stack }) => ({
          kind: 'error',
          sentence: message,
          ...placeIn(stack),
        })),
      });
    },
  };
}

function reportOf(test: TestCase): TestReport[] {
  const { report } = test.meta();
  const result = test.result();
  if (report !== undefined && (result.state !== 'failed' || report.outcome.status === 'failed'))
    return [report];
  if (report === undefined && test.options.mode === 'skip') return [];
  // Stopped from outside, by the time limit: the test itself had no chance to say so.
  const folder = test.module.moduleId.split('/').at(-2) ?? '';
  const task = test.parent.type === 'suite' ? test.parent.name : '';
  const sentence = (result.errors?.[0]?.message ?? 'The test did not run.').includes('timed out')
    ? 'The test did not come to an end. Is there a loop that never ends, or a promise that nobody keeps?'
    : (result.errors?.[0]?.message ?? 'The test did not run.');
  return [
    {
      lesson: folder,
      task,
      title: test.name,
      index: -1,
      outcome: { status: 'failed', failure: { kind: 'error', sentence } },
    },
  ];
}
