import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Newest, type Job } from '../../../src/cli/watch/newest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A job that takes a second and a half, unless it is given up. */
function job(log: string[], name: string): Job {
  return async ({ superseded, givenUp }) => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve, reject) => {
      setTimeout(resolve, 1_500);
      givenUp.addEventListener('abort', () => reject(new Error('given up')));
    });
    log.push(`${name} ends${superseded.aborted ? ', superseded' : ''}`);
  };
}

describe('the newest of some jobs', () => {
  it('runs after the one that runs, and those between do not', async () => {
    const log: string[] = [];
    const jobs = new Newest(() => log.push('failed'));
    jobs.start(job(log, 'first'));
    await vi.advanceTimersByTimeAsync(900);
    jobs.start(job(log, 'second'));
    jobs.start(job(log, 'third'));
    await vi.advanceTimersByTimeAsync(5_000);
    // After a second of the first one, the others do not wait any longer.
    expect(log).toEqual(['first begins', 'third begins', 'third ends']);
  });

  it('lets a short one end', async () => {
    const log: string[] = [];
    const jobs = new Newest(() => log.push('failed'));
    jobs.start(async ({ superseded }) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      log.push(`short ends${superseded.aborted ? ', superseded' : ''}`);
    });
    jobs.start(job(log, 'next'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log).toEqual(['short ends, superseded', 'next begins', 'next ends']);
  });

  it('tells of an error, and goes on', async () => {
    const failed = vi.fn();
    const jobs = new Newest(failed);
    const error = new Error('the course is broken');
    jobs.start(() => Promise.reject(error));
    await vi.advanceTimersByTimeAsync(0);
    expect(failed).toHaveBeenCalledExactlyOnceWith(error);
    const log: string[] = [];
    jobs.start(job(log, 'next'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(log).toEqual(['next begins', 'next ends']);
  });

  it('stops for good, and says when', async () => {
    const log: string[] = [];
    const jobs = new Newest(() => log.push('failed'));
    jobs.start(job(log, 'first'));
    jobs.start(job(log, 'second'));
    await jobs.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log).toEqual(['first begins']);
  });
});
