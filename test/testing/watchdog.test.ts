import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Outcome, TestReport } from '#kit/testing';
import { ErrorStream, NOTHING_RAN, runToTheEnd } from '#kit/testing/watchdog';
import { lastWords, written, type LastWords, type Step } from '../../src/testing/watchdog/logbook';
import { watchdog } from '../../src/testing/watchdog/watchdog';
import { failureOfStop } from '../../src/testing/watchdog/words';

const step: Step = { lesson: '02-b', test: { task: 'mean', title: 'a mean', index: 3 } };
const loading: Step = { lesson: '02-b' };

describe('the logbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logbook-'));
  const file = join(folder, 'log');
  const read = (text: string) => {
    writeFileSync(file, text);
    return lastWords(file);
  };
  afterEach(() => rmSync(file, { force: true }));

  it('tells what was begun last', () => {
    expect(lastWords(file)).toEqual({});
    expect(read(written({ begun: loading }) + written({ begun: step }))).toEqual({ begun: step });
  });

  it('tells why it was stopped and where, and what was begun by then', () => {
    const stopped = { reason: 'loop', seconds: 5 } as const;
    const line = { at: { file: 'a.ts', line: 1 }, inside: 'a.ts mean' };
    const text = [{ begun: step }, { stopped }, { begun: loading }, line].map(written).join('');
    expect(read(text)).toEqual({ begun: step, stopped, ...line });
  });

  it('may break off in the middle of a line', () => {
    expect(read(`${written({ begun: step })}{"begun":{"les`)).toEqual({ begun: step });
  });
});

describe('a stopped test', () => {
  const sentence = (words: LastWords, errors?: string) => failureOfStop(words, errors).sentence;

  it('says what went on', () => {
    const stopped = (reason: 'loop' | 'waiting' | 'memory') => ({
      begun: step,
      stopped: { reason, seconds: 5 },
    });
    expect(sentence(stopped('loop'))).toContain('a loop in your code ran for 5 seconds');
    expect(sentence(stopped('waiting'))).toContain('your code has waited for 5 seconds');
    expect(sentence(stopped('memory'))).toContain('more and more memory');
  });

  it('says that it ended its process, and of what', () => {
    expect(sentence({ begun: step })).toContain('process.exit, process.abort and process.kill');
    expect(sentence({ begun: step }, 'FATAL ERROR: JavaScript heap out of memory')).toContain(
      'used up all memory',
    );
  });

  it('shows the line, and makes a file that cannot be loaded known as such', () => {
    const at = { file: 'lessons/02-b/exercise.ts', line: 7 };
    expect(failureOfStop({ begun: step, at }).place).toBe(at);
    expect(failureOfStop({ begun: step }).unloadable).toBeUndefined();
    expect(failureOfStop({ begun: loading })).toMatchObject({ unloadable: true });
    expect(sentence({ begun: loading })).toMatch(/^Loading this file/);
  });
});

describe('what a process writes to its standard error', () => {
  it('is kept, also after one of those who write has closed it', () => {
    const stream = new ErrorStream();
    stream.write('one');
    stream.end();
    stream.write(Buffer.from(' two'));
    expect(stream.text).toBe('one two');
  });
});

describe('without a command to go on, as in an editor', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('a step that ends is left alone', async () => {
    const { watch } = watchdog(undefined);
    expect(
      await watch(
        step,
        async () => 1,
        () => 2,
      ),
    ).toBe(1);
    await expect(
      watch(
        step,
        () => Promise.reject(new Error('oh')),
        () => 2,
      ),
    ).rejects.toThrow('oh');
  });

  it('one that never ends is given up', async () => {
    vi.useFakeTimers();
    const never = () => new Promise<string>(() => undefined);
    const watched = watchdog(undefined).watch(step, never, (failure) => failure.sentence);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await watched).toContain('your code has waited for 5 seconds');
  });

  it('an outcome that is known outlives the search for its reason', async () => {
    vi.useFakeTimers();
    const known: Outcome = { status: 'failed', failure: { kind: 'mismatch', sentence: 'wrong' } };
    const searching = (tell: (outcome: Outcome) => void) => {
      tell(known);
      return new Promise<Outcome>(() => undefined);
    };
    const watched = watchdog(undefined).watch<Outcome>(step, searching, (failure) => ({
      status: 'failed',
      failure,
    }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await watched).toBe(known);
  });
});

describe('a run in several processes', () => {
  const nothing = NOTHING_RAN;
  const test = (lesson: string, index: number, outcome: Outcome = { status: 'passed' }): TestReport => ({
    lesson,
    task: 'mean',
    title: `test ${index}`,
    index,
    outcome,
  });
  const died = { kind: 'error', sentence: '[vitest-pool]: Worker forks emitted error.' } as const;

  it('is one process, where all goes well', async () => {
    const report = { ...nothing, tests: [test('01-a', 0)] };
    const run = vi.fn(async () => ({ report, lastWords: { begun: step }, errors: '' }));
    expect((await runToTheEnd(['01-a'], run)).report).toEqual(report);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('runs nothing where there is nothing', async () => {
    const run = vi.fn();
    expect((await runToTheEnd([], run)).report).toEqual(nothing);
    expect(run).not.toHaveBeenCalled();
  });

  it('goes on behind a task that ended its process', async () => {
    const run = vi
      .fn()
      .mockResolvedValueOnce({
        report: {
          ...nothing,
          tests: [test('01-a', 0), test('02-b', 2)],
          unfinished: ['02-b'],
          strayErrors: [died],
        },
        lastWords: { begun: step, inside: 'a.ts mean' },
        errors: '',
      })
      .mockResolvedValueOnce({ report: { ...nothing, tests: [test('02-b', 3)] }, lastWords: {}, errors: '' });
    const { report } = await runToTheEnd(['01-a', '02-b'], run);
    const stopped = { mean: failureOfStop({ begun: step }) };
    const told = { lessons: { '02-b': { done: [2], failed: false, stopped } }, loops: ['a.ts mean'] };
    expect(run).toHaveBeenLastCalledWith(['02-b'], told);
    expect(report).toEqual({ ...nothing, tests: [test('01-a', 0), test('02-b', 2), test('02-b', 3)] });
  });

  it('leaves out a lesson that cannot be loaded', async () => {
    const run = vi.fn().mockResolvedValueOnce({
      report: { ...nothing, unfinished: ['02-b'] },
      lastWords: { begun: loading },
      errors: '',
    });
    const { unloadable } = await runToTheEnd(['02-b'], run);
    expect(unloadable).toEqual(new Map([['02-b', failureOfStop({ begun: loading })]]));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('keeps an outcome whose reason was looked for without end', async () => {
    const known: Outcome = { status: 'failed', failure: { kind: 'mismatch', sentence: 'wrong' } };
    const run = vi
      .fn()
      .mockResolvedValueOnce({
        report: { ...nothing, unfinished: ['02-b'] },
        lastWords: { begun: step, known, stopped: { reason: 'loop', seconds: 5 } },
        errors: '',
      })
      .mockResolvedValueOnce({ report: nothing, lastWords: {}, errors: '' });
    const { report } = await runToTheEnd(['02-b'], run);
    const told = { lessons: { '02-b': { done: [3], failed: true, stopped: {} } }, loops: [] };
    expect(run).toHaveBeenLastCalledWith(['02-b'], told);
    expect(report.tests).toEqual([{ lesson: '02-b', ...step.test, outcome: known }]);
  });

  it.each<[string, LastWords]>([
    ['nothing had begun', {}],
    ['what had begun was told off before', { begun: step }],
  ])('gives up where a process ends early and %s', async (_, words) => {
    const run = vi.fn(async () => ({
      report: { ...nothing, unfinished: ['02-b'], strayErrors: [died] },
      lastWords: words,
      errors: '',
    }));
    const { report, unloadable } = await runToTheEnd(['02-b'], run);
    expect(unloadable.get('02-b')?.sentence).toContain('ended before this lesson was through');
    expect(report.strayErrors).toEqual([]);
  });
});
