import { describe, expect, it } from 'vitest';
import { errorOf, messageFromInside, wordsOf } from '../../src/grading/isolation/messages';

const parcel = { value: { kind: 'plain', value: 1 }, contents: [] };
const answer = { kind: 'answer', id: 0, answer: { failed: false, result: parcel, launches: [] } };
const withContent = (content: unknown) => ({
  ...answer,
  answer: { ...answer.answer, result: { ...parcel, contents: [[1, content]] } },
});

describe('what comes from a cell', () => {
  it('is taken when it has the form that the kit gives it', () => {
    expect(messageFromInside({ kind: 'ready' })).toEqual({ kind: 'ready' });
    expect(messageFromInside(answer)).toEqual(answer);
    for (const content of [
      { kind: 'typed', values: Float32Array.of(1) },
      { kind: 'matrix', rows: 1, columns: 1, data: { kind: 'shared', id: 3 } },
      { kind: 'array', items: [{ kind: 'function', id: 0, yours: false }] },
      { kind: 'object', entries: [['bias', { kind: 'plain', value: 1 }]] },
      { kind: 'error', name: 'RangeError', message: '0', entries: [] },
    ]) {
      expect(messageFromInside(withContent(content))).toEqual(withContent(content));
    }
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'ready'],
    ['another kind', { kind: 'verdict', passed: true }],
    ['an answer to nobody', { ...answer, id: -1 }],
    ['a result that is no parcel', { ...answer, answer: { ...answer.answer, result: 1 } }],
    ['launches that are no list', { ...answer, answer: { ...answer.answer, launches: {} } }],
    ['a call by name', { kind: 'call', id: 0, session: 0, call: { target: 'mean', args: parcel } }],
    ['contents of no kind', withContent({ kind: 'map', entries: [] })],
    ['a column that is a list', withContent({ kind: 'typed', values: [1] })],
    [
      'an object with another prototype',
      withContent({ kind: 'object', entries: [['__proto__', parcel.value]] }),
    ],
    ['an object that is waited for', withContent({ kind: 'object', entries: [['then', parcel.value]] })],
    ['a value that is an object', withContent({ kind: 'array', items: [{ kind: 'plain', value: {} }] })],
    [
      'a value that is a list of such',
      withContent({ kind: 'array', items: [{ kind: 'plain', value: [{ constructor: 1 }] }] }),
    ],
    [
      'a value that is a column',
      withContent({ kind: 'array', items: [{ kind: 'plain', value: Float32Array.of(1) }] }),
    ],
    ['an error that is none', { kind: 'tried', id: 0, error: 'no' }],
  ])('is nonsense where it is %s', (_, message) => {
    expect(messageFromInside(message)).toBeUndefined();
  });

  it('tells of a failure by its words alone, and briefly', () => {
    const failure = {
      kind: 'mismatch',
      sentence: 'x'.repeat(10_000),
      diagnosis: 'All is well.',
      again: { seed: 1 },
    };
    const read = messageFromInside({ kind: 'loaded', failure });
    expect(read).toEqual({
      kind: 'loaded',
      failure: { kind: 'error', sentence: 'x'.repeat(2000), unloadable: true },
    });
  });

  it('carries an error with its name, and the function that it is about', () => {
    const sent = Object.assign(new Error('mean is not started'), { name: 'NotStarted', exercise: 'mean' });
    const error = errorOf(wordsOf(sent));
    expect(error).toMatchObject({ name: 'NotStarted', message: 'mean is not started', exercise: 'mean' });
    expect(wordsOf('a text')).toEqual({ name: 'Error', message: 'a text' });
  });
});
