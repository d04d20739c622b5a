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
          pool: 'forks',
          testTimeout: 60_000,
          // vitest would leave one core of two to itself.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
    ],
  },
});
