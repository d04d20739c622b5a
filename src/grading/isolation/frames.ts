import { Buffer } from 'node:buffer';
import type { Duplex } from 'node:stream';
import { decode, encode } from './codec';

const HEAD = 4;

/** A stream on which whole messages come and go, each with its length before it. */
export interface Frames {
  send(message: unknown): void;
}

export interface FrameListener {
  /** @param bytes how many it came in */
  onMessage(message: unknown, bytes: number): void;
  /** The other side does not keep to the form, or sends more than it may. Nothing is read after that. */
  onNonsense(reason: 'nonsense' | 'too large'): void;
}

/** @param most how many bytes a message that arrives may have */
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
        let message: unknown;
        try {
          message = decode(bytes);
        } catch {
          return end('nonsense');
        }
        listener.onMessage(message, bytes.length);
      }
    }
  };
  stream.on('data', read);
  let leaving: Buffer[] = [];
  const flush = () => {
    stream.write(Buffer.concat(leaving));
    leaving = [];
  };
  return {
    send(message) {
      const bytes = encode(message);
      const head = Buffer.alloc(HEAD);
      head.writeUInt32LE(bytes.length);
      // What is said in one turn leaves at once: to write costs more than all the rest here.
      if (leaving.length === 0) setImmediate(flush);
      leaving.push(head, bytes);
    },
  };
}
