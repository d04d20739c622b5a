import { describe, expect, it } from 'vitest';
import { closeModel, direct, refuses } from '#kit/testing';

const later = async () => Float32Array.of(1, 2);

/** What a test sees of an exercise that returns this. */
const result = (value: unknown) =>
  direct<{ exercise(): Promise<unknown> }>({ exercise: async () => value })
    .open()
    .exercise.exercise();

describe('a Promise within a result', () => {
  it.each([
    [
      'the weights of a model',
      () => ({ weights: later(), bias: 1 }),
      /`weights` is a Promise. Is an `await`/,
    ],
    ['a part of a part', () => ({ run: { losses: later() } }), /`run\.losses` is a Promise/],
    ['each entry of a list', () => [later(), later()], /^An array of Promises came back. `await Promise.all/],
    ['a part of an entry', () => [{ bias: later() }], /`bias` is a Promise/],
  ])('is named: %s', async (_, value, words) => {
    await expect(result(value())).rejects.toThrow(words);
  });

  it('is shown as what came back', async () => {
    const model = result({ weights: later(), bias: 1 });
    await expect(model).rejects.toMatchObject({ name: 'Mismatch', got: '{ weights: a Promise, bias: 1 }' });
  });

  it('is not taken for a refusal', async () => {
    await expect(refuses(() => result([later()]), 0)).rejects.toThrow('An array of Promises came back');
  });

  it('is of no interest when it fails later', async () => {
    const failing = result({ weights: Promise.reject(new Error('nobody waits for this')) });
    await expect(failing).rejects.toThrow('`weights` is a Promise');
  });
});

describe('a result without one', () => {
  it('comes as it is', async () => {
    const model = { weights: await later(), bias: 1 };
    expect(await result(model)).toBe(model);
    closeModel(await result(model), model, { weights: 0, bias: 0 });
    for (const value of [undefined, null, 1, 'text', () => 1, [1, [2]]]) {
      expect(await result(value)).toBe(value);
    }
  });
});
