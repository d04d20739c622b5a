import { afterEach, expect, it, vi } from 'vitest';
import { Gate } from '../../src/lab/worker/gate';

const someTime = () => new Promise((resolve) => setTimeout(resolve, 20));

afterEach(() => vi.restoreAllMocks());

it('waits for nothing in most steps, and reports now and then', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const report = vi.fn<() => void>();
  const gate = new Gate(false, () => undefined);
  gate.begin();
  for (; now <= 1_000; now += 1) await gate.passed(report);
  // Each 33 ms.
  expect(report).toHaveBeenCalledTimes(31);
  expect(gate.stepsPerSecond).toBeCloseTo(1_000, 0);
});

it('stands still before the first step where it is asked to, and goes step by step', async () => {
  const paused = vi.fn<() => void>();
  const gate = new Gate(true, paused);
  let steps = 0;
  const running = (async () => {
    await gate.open();
    for (steps = 1; steps < 4; steps += 1) await gate.passed(() => undefined);
  })();
  await someTime();
  expect(steps).toBe(0);
  expect(paused).toHaveBeenCalledTimes(1);
  gate.step();
  await someTime();
  expect(steps).toBe(1);
  expect(paused).toHaveBeenCalledTimes(2);
  gate.step();
  await someTime();
  expect(steps).toBe(2);
  gate.goOn();
  await running;
  expect(steps).toBe(4);
});

it('says once more that it stands still when it is asked to pause again', async () => {
  const paused = vi.fn<() => void>();
  const gate = new Gate(true, paused);
  const opened = gate.open();
  expect(paused).toHaveBeenCalledTimes(1);
  gate.pause();
  expect(paused).toHaveBeenCalledTimes(2);
  gate.goOn();
  await opened;
});
