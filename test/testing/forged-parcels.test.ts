import { describe, expect, it } from 'vitest';
import { outsidePeer } from '../../src/testing/stand-in';
import type { Content, Parcel } from '../../src/testing/stand-in/wire';

type Contents = Parcel['contents'];

/** What the test's side makes of answers with these contents, one after the other. */
async function answers(...each: readonly Contents[]): Promise<unknown> {
  const left = [...each];
  const peer = outsidePeer(async () => ({
    failed: false,
    result: { value: { kind: 'shared', id: 1 }, contents: left.shift() ?? [] },
    launches: [],
  }));
  let result: unknown;
  for (const _ of each) result = await peer.call('make', []);
  return result;
}

const plain = (value: number) => ({ kind: 'plain', value }) as const;
const column: Content = { kind: 'typed', values: Float32Array.of(1, 2) };
const list: Content = { kind: 'array', items: [plain(1)] };
const object: Content = { kind: 'object', entries: [['length', plain(1)]] };
const table = (rows: number, columns: number, values: Float32Array): Contents => [
  [1, { kind: 'matrix', rows, columns, data: { kind: 'shared', id: 3 } }],
  [3, { kind: 'typed', values }],
];

describe('contents that nobody has packed', () => {
  it('are no other kind of thing than before', async () => {
    expect(await answers([[1, list]], [[1, { ...list, items: [] }]])).toEqual([]);
    const kinds: readonly Content[] = [
      column,
      list,
      object,
      { kind: 'error', name: 'Error', message: '', entries: [] },
      { kind: 'typed', values: Float32Array.of(1) },
      { kind: 'typed', values: Float64Array.of(1, 2) },
    ];
    for (const before of kinds) {
      for (const after of kinds.filter((kind) => kind !== before)) {
        await expect(answers([[1, before]], [[1, after]])).rejects.toThrow('something else altogether');
      }
    }
  });

  it('tell of each thing once', async () => {
    await expect(
      answers([
        [1, list],
        [1, object],
      ]),
    ).rejects.toThrow('something else altogether');
    await expect(
      answers([
        [1, list],
        [1, list],
      ]),
    ).rejects.toThrow('something else altogether');
  });

  it('are no longer than somebody may walk through, without any numbers', async () => {
    for (const size of [4_294_967_295, '4294967295', 4_294_967_295n]) {
      const entries = [['length', { kind: 'plain', value: size }]] as const;
      await expect(answers([[1, { kind: 'object', entries }]])).rejects.toThrow(/has no numbers/);
    }
  });

  it('have no more rows without numbers than somebody may walk through', async () => {
    expect(await answers(table(3, 0, new Float32Array()))).toMatchObject({ rows: 3, columns: 0 });
    await expect(answers(table(4e9, 0, new Float32Array()))).rejects.toThrow(/has no numbers/);
    await expect(answers(table(0, 4e9, new Float32Array()))).rejects.toThrow(/has no numbers/);
  });
});
