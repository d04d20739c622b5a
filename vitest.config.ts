import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { lessonsProject } from './src/course/lessons-project.ts';

// vitest would leave one core of two to itself.
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Those that take longest begin, so that no core waits for the last of them. */
const longest = /\/test\/(?:gates|diagnosis|grading\/attacks|cli\/(?:test|start)-command)/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Tests of rooms that keep nothing: a process loads these once, and runs one file after the other. */
const kept = [
  'test/{charts,course,words}/**/*.test.ts',
  'test/data/**/!(browser).test.ts',
  'test/gpu/reading/**/!(random-kernels).test.ts',
  'test/race/**/!(live-race).test.ts',
  'test/testing/**/!(interrupter|side-by-side|surroundings|watchdog).test.ts',
];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
          exclude: ['**/node_modules/**', 'test/browser/**', ...kept],
          pool: 'forks',
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'rooms',
          include: kept,
          pool: 'forks',
          isolate: false,
          testTimeout: 60_000,
          maxWorkers,
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
