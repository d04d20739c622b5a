import { relative } from 'node:path';
import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from 'vitest/node';
import type { TestReport } from '../register';

/** Everything that one run of the lessons' tests told. */
export interface RunReport {
  readonly tests: readonly TestReport[];
  /** Test files that could not be collected, by path relative to the course, with the reason. */
  readonly brokenFiles: readonly { readonly file: string; readonly reason: string }[];
  /** Errors outside of every test: a kernel that nobody awaited, say. */
  readonly strayErrors: readonly string[];
}

/** Gathers what the tests report, and hands it over when all have run. What exercises print passes through. */
export function lessonReporter(finished: (report: RunReport) => void): Reporter {
  let root = '';
  return {
    onInit: (vitest: Vitest) => {
      root = vitest.config.root;
    },
    onUserConsoleLog: ({ content, type }) => {
      process[type === 'stderr' ? 'stderr' : 'stdout'].write(content);
    },
    onTestRunEnd: (modules: readonly TestModule[], stray: readonly SerializedError[]) => {
      finished({
        tests: modules.flatMap((module) => [...module.children.allTests()].flatMap(reportOf)),
        brokenFiles: modules.flatMap((module) =>
          module.errors().map((error) => ({ file: relative(root, module.moduleId), reason: error.message })),
        ),
        strayErrors: stray.map((error) => error.message),
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
      outcome: { status: 'failed', failure: { sentence } },
    },
  ];
}
