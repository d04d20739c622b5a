import { Duplex, PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { frames, type FrameListener } from '../../src/grading/isolation/frames';

const MOST = 1000;

/** Two ends of one connection, and all bytes that went over it. */
function connection(listener: FrameListener, most = MOST) {
  const [there, here] = [new PassThrough(), new PassThrough()];
  const near = Duplex.from({ readable: here, writable: there });
  const far = Duplex.from({ readable: there, writable: here });
  frames(far, most, listener);
  return { sender: frames(near, most, silent), wire: there };
}

const silent: FrameListener = { onMessages: () => undefined, onNonsense: () => undefined };

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('messages on a stream', () => {
  it('come whole and in order, however they are cut', async () => {
    const sent = [1, 'two', [3], { four: Float32Array.of(4) }];
    const bytes: Buffer[] = [];
    const recorded = connection(silent);
    recorded.wire.on('data', (chunk: Buffer) => bytes.push(chunk));
    for (const message of sent) recorded.sender.send(message);
    await settled();
    for (const size of [1, 3, 1000]) {
      const got: unknown[] = [];
      const { wire } = connection({ ...silent, onMessages: (messages) => got.push(...messages) });
      const all = Buffer.concat(bytes);
      for (let at = 0; at < all.length; at += size) wire.write(all.subarray(at, at + size));
      await settled();
      expect(got).toEqual(sent);
    }
  });

  it('come together, but never so many that nobody else has a turn', async () => {
    const counts: number[] = [];
    const { sender } = connection({ ...silent, onMessages: ({ length }) => counts.push(length) }, 10_000);
    for (let message = 0; message < 2_500; message++) sender.send(1);
    await settled();
    expect(counts).toEqual([1000, 1000, 500]);
  });

  it('that are too large end the reading before they are there', async () => {
    const ends: string[] = [];
    const { sender } = connection({
      onMessages: () => ends.push('message'),
      onNonsense: (reason) => ends.push(reason),
    });
    sender.send('x'.repeat(2 * MOST));
    sender.send('after that');
    await settled();
    expect(ends).toEqual(['too large']);
  });

  it('that are none end the reading', async () => {
    const ends: string[] = [];
    const { wire } = connection({
      onMessages: () => ends.push('message'),
      onNonsense: (reason) => ends.push(reason),
    });
    wire.write(Buffer.from([4, 0, 0, 0, 9, 9, 9, 9]));
    await settled();
    expect(ends).toEqual(['nonsense']);
  });
});
