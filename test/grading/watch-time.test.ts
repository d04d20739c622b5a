import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { isUsedUp, watchTime } from '../../src/grading/isolation/watch-time';

const limits = { testSeconds: 5, idleSeconds: 2, lessonSeconds: 30 };

it('a cell that always does a little uses up the clock', async () => {
  const cell = { answers: 0, usage: { processorSeconds: 0, isIdle: false } };
  const stop = watchTime(cell, limits, () => undefined);
  await wait(300);
  const { seconds, clock } = stop();
  expect(seconds).toBe(0);
  expect(clock).toBeGreaterThan(0.25);
});

it('a cell that waits for nothing uses up its time, and is told so', async () => {
  let isTold = false;
  const cell = { answers: 0, usage: { processorSeconds: 0, isIdle: true } };
  const stop = watchTime(cell, { ...limits, idleSeconds: 0.2 }, () => (isTold = true));
  await wait(600);
  expect(stop().seconds).toBeGreaterThan(0.2);
  expect(isTold).toBe(true);
});

it('a lesson has its time of the processor, and three times as much of the clock', () => {
  expect(isUsedUp({ seconds: 29, clock: 89 }, limits)).toBe(false);
  expect(isUsedUp({ seconds: 31, clock: 31 }, limits)).toBe(true);
  expect(isUsedUp({ seconds: 1, clock: 91 }, limits)).toBe(true);
});
