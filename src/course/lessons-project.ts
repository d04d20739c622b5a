/**
 * How vitest runs the lessons: in one process without isolation, which starts fastest. An editor's test
 * view reads this through vitest.config.ts, `npm test` hands it to vitest itself.
 */
export const lessonsProject = {
  name: 'lessons',
  pool: 'forks',
  isolate: false,
  maxWorkers: 1,
  // Each test has a time limit of its own (src/testing/watchdog), with words of its own, and none while
  // somebody steps through it in a debugger.
  testTimeout: 0,
} as const;
