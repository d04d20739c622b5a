import { startVitest } from 'vitest/node';
import { root } from '#kit/course';

/** What came of the tests of one of vitest's projects. Where a file or a hook throws, that counts as one that failed. */
export interface ProjectResult {
  readonly passed: readonly PassedTest[];
  readonly failed: number;
}
export interface PassedTest {
  readonly name: string;
  /** The file that it stands in. */
  readonly file: string;
}

/** Runs the tests of projects in vitest.config.ts, and shows them as they run. */
export async function runProjects(...project: readonly string[]): Promise<ProjectResult> {
  const vitest = await startVitest('test', [], {
    root,
    project: [...project],
    watch: false,
    reporters: ['default'],
  });
  const modules = vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const broken = suites.filter((suite) => suite.errors().length > 0).length;
  const errors = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  return {
    passed: tests
      .filter((test) => test.result().state === 'passed')
      .map(({ name, module }) => ({ name, file: module.moduleId })),
    failed: tests.filter((test) => test.result().state === 'failed').length + broken + errors,
  };
}
