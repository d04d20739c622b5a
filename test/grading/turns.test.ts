import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/grading/isolation/turns';

/** Calls that end when they are told to, and what has begun so far. */
function calls() {
  const turns = new Turns();
  const begun: string[] = [];
  const ends: Record<string, () => void> = {};
  const take = (name: string, session: number, isAlone = false) =>
    turns.take({ session, isAlone }, () => {
      begun.push(name);
      return new Promise<string>((resolve) => (ends[name] = () => resolve(name)));
    });
  const end = async (name: string) => {
    ends[name]!();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { begun, take, end };
}

describe('calls of several sessions', () => {
  it('run side by side', async () => {
    const { begun, take, end } = calls();
    const both = [take('a', 1), take('b', 2)];
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    await end('a');
    expect(await Promise.all(both)).toEqual(['a', 'b']);
  });

  it('run one after the other where one must be alone, in the order in which they came', async () => {
    const { begun, take, end } = calls();
    const all = [take('a', 1), take('b', 2, true), take('c', 3), take('d', 4)];
    expect(begun).toEqual(['a']);
    await end('a');
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    await end('c');
    await end('d');
    await Promise.all(all);
  });

  it('wait for none of their own session: it may be what that one waits for', async () => {
    const { begun, take, end } = calls();
    const all = [take('a', 1, true), take('b', 2), take('within a', 1, true)];
    expect(begun).toEqual(['a', 'within a']);
    await end('within a');
    expect(begun).toEqual(['a', 'within a']);
    await end('a');
    expect(begun).toEqual(['a', 'within a', 'b']);
    await end('b');
    await Promise.all(all);
  });

  it('go on after one that rejects', async () => {
    const turns = new Turns();
    const failed = turns.take({ session: 1, isAlone: true }, () => Promise.reject(new Error('no')));
    const next = turns.take({ session: 2, isAlone: true }, async () => 'next');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
