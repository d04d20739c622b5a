import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { lessonsProject } from './src/course/lessons-project.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...lessonsProject,
          include: ['lessons/*/exercise.test.ts'],
          provide: { answerKeys: new URL('src/course/index.ts', import.meta.url).href },
        },
      },
      {
        test: {
          name: 'kit',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/browser/**'],
          pool: 'forks',
          testTimeout: 60_000,
          // vitest would leave one core of two to itself.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
      {
        test: {
          // Needs Chromium and packages of its own: npm run verify:browser.
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          // One file waits much of the time: for a page to load, for a worker to start.
          maxWorkers: 2,
        },
      },
    ],
  },
});
