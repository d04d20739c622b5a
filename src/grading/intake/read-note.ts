import { inOneLine } from '../printable';
import { readInto, withPlainFile } from './plain-file';
import { Refusal } from './refusal';

/** The ending of a file that stands for a submission which nobody could fetch. Its text says why, in a sentence. */
export const NOT_FETCHED = '.not-fetched';

/** In bytes. */
const LONGEST = 1_000;

/** @throws Refusal always, with what the note says */
export async function readNote(path: string): Promise<never> {
  const words = await withPlainFile(path, 'Its note', ({ fd, size }) => {
    const bytes = Buffer.alloc(Math.min(size, LONGEST));
    return readInto(fd, bytes, 0) ? inOneLine(bytes.toString()) : '';
  });
  throw new Refusal(words === '' ? 'It could not be fetched.' : words);
}
