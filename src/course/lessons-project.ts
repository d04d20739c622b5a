/**
 * How vitest runs the lessons: in one process without isolation, which starts fastest. An editor's test
 * view reads this through vitest.config.ts, `npm test` hands it to vitest itself.
 */
export const lessonsProject = {
  name: 'lessons',
  pool: 'forks',
  isolate: false,
  maxWorkers: 1,
  testTimeout: 5_000,
} as const;
