import { Buffer } from 'node:buffer';
import type { Duplex } from 'node:stream';
import { decode, Encoder, MOST_MESSAGES } from './codec';

const HEAD = 4;

/** So many bytes leave at once, and do not wait for more messages. */
const MOST_WAITING = 2 ** 20;

/** A stream on which whole messages come and go, in frames of one or more, each with its length before it. */
export interface Frames {
  /** @throws TypeError, RangeError for what is no plain data */
  send(message: unknown): void;
}

export interface FrameListener {
  /** @param bytes how many they came in */
  onMessages(messages: readonly unknown[], bytes: number): void;
  /** The other side does not keep to the form, or sends more than it may. Nothing is read after that. */
  onNonsense(reason: 'nonsense' | 'too large'): void;
}

/** @param most how many bytes a frame that arrives may have */
export function frames(stream: Duplex, most: number, listener: FrameListener): Frames {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = HEAD;
  let length: number | undefined;
  const take = (): Buffer => {
    const all = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
    chunks = all.length > wanted ? [all.subarray(wanted)] : [];
    held = all.length - wanted;
    return all.subarray(0, wanted);
  };
  const end = (reason: 'nonsense' | 'too large') => {
    stream.off('data', read);
    // What still comes is thrown away: a pipe that nobody empties would hold its writer for ever.
    stream.resume();
    chunks = [];
    listener.onNonsense(reason);
  };
  const read = (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= wanted) {
      const bytes = take();
      if (length === undefined) {
        length = bytes.readUInt32LE(0);
        if (length > most) return end('too large');
        wanted = length;
      } else {
        length = undefined;
        wanted = HEAD;
        let messages: readonly unknown[];
        try {
          messages = decode(bytes);
        } catch {
          return end('nonsense');
        }
        listener.onMessages(messages, bytes.length);
      }
    }
  };
  stream.on('data', read);
  const leaving = new Encoder();
  let isWaiting = false;
  const write = (messages: Encoder) => {
    const bytes = messages.take();
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(bytes.length);
    stream.write(Buffer.concat([head, bytes]));
  };
  const flush = () => {
    isWaiting = false;
    write(leaving);
  };
  return {
    send(message) {
      leaving.add(message);
      // What is said in one turn leaves together: to write costs more than all the rest here.
      if (leaving.size > MOST_WAITING || leaving.count === MOST_MESSAGES) write(leaving);
      if (!isWaiting) setImmediate(flush);
      isWaiting = true;
    },
  };
}
