import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import type { HandedIn, Submission } from '../submission';
import { exerciseText, tooLarge } from './exercise-text';
import { Finds } from './finds';
import { ENTRIES, EXERCISE_BYTES, UNPACKED_BYTES } from './limits';
import { nameOf, placeOf, type Place } from './place';
import { readInto, withPlainFile } from './plain-file';
import { Refusal, tooMany } from './refusal';

/**
 * The exercises in a tar archive, compressed with gzip or not. It is read as it comes and never held as a whole.
 * @param lessons their names
 * @throws Refusal where nothing of the archive can be taken
 */
export function readTar(path: string, lessons: ReadonlySet<string>): Promise<Submission['exercises']> {
  return withPlainFile(path, 'The archive', async ({ fd, size }) => {
    try {
      const archive = new TarExercises(lessons);
      for await (const piece of unpacked(fd, size)) archive.read(piece);
      return archive.exercises;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal('The archive cannot be read: it is cut off, damaged, or no tar archive.');
    }
  });
}

/** Goes through the bytes of an archive, and keeps the exercises. */
class TarExercises {
  readonly #lessons: ReadonlySet<string>;
  readonly #finds = new Finds();
  // Without a listener for its errors it throws them, at once and to whoever has written to it.
  readonly #parser = new Parser({
    strict: true,
    zstd: false,
    maxMetaEntrySize: 64 * 1024,
    onReadEntry: (entry) => this.#take(entry),
  });
  #entries = 0;
  #bytes = 0;
  #start: Buffer = Buffer.alloc(0);
  #isWhole = false;

  constructor(lessons: ReadonlySet<string>) {
    this.#lessons = lessons;
    this.#parser.on('eof', () => (this.#isWhole = true));
  }

  read(piece: Buffer): void {
    this.#bytes += piece.length;
    if (this.#bytes > UNPACKED_BYTES) {
      throw new Refusal(`The archive is larger than ${UNPACKED_BYTES / 1024 ** 2} MB once it is unpacked.`);
    }
    if (this.#isWhole) return;
    if (this.#start.length >= MAGIC) {
      this.#parser.write(piece);
      return;
    }
    this.#start = Buffer.concat([this.#start, piece]);
    if (this.#start.length < MAGIC) return;
    // The parser would unpack it once more, and nobody count what comes out.
    if (isGzip(this.#start)) throw new Refusal('The archive is compressed twice.');
    this.#parser.write(this.#start);
  }

  get exercises(): Submission['exercises'] {
    if (!this.#isWhole) throw new Refusal('The archive is cut off, or no tar archive.');
    return this.#finds.exercises;
  }

  #take(entry: ReadEntry): void {
    this.#entries += 1;
    if (this.#entries > ENTRIES) throw tooMany();
    const place = placeOf(entry.path, this.#lessons);
    if (place !== undefined && (place.at !== 'lesson' || LINKS.has(entry.type))) this.#keep(place, entry);
    entry.resume();
  }

  #keep(place: Place, entry: ReadEntry): void {
    const instead = insteadOfFile(entry, place);
    if (instead !== undefined) {
      this.#finds.add(place, instead);
      return;
    }
    const pieces: Buffer[] = [];
    entry.on('data', (piece) => pieces.push(piece));
    entry.on('end', () => this.#finds.add(place, exerciseText(Buffer.concat(pieces))));
  }
}

const FILES: ReadonlySet<string> = new Set(['File', 'OldFile', 'ContiguousFile']);
const LINKS: ReadonlySet<string> = new Set(['SymbolicLink', 'Link']);

/** Why an entry is not taken, before any of it is read. */
function insteadOfFile({ type, size }: ReadEntry, place: Place): HandedIn | undefined {
  if (LINKS.has(type)) return { trouble: `${nameOf(place)} is a link, and links are not followed.` };
  if (!FILES.has(type)) return { trouble: `${nameOf(place)} is no file.` };
  return size > EXERCISE_BYTES ? tooLarge : undefined;
}

const MAGIC = 2;

/** Whether bytes begin as gzip does. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The bytes of the archive itself, piece by piece. */
function unpacked(fd: number, size: number): Iterable<Buffer> | AsyncIterable<Buffer> {
  const start = Buffer.alloc(MAGIC);
  if (!readInto(fd, start, 0) || !isGzip(start)) return pieces(fd, size);
  // Errors reach whoever reads from it; the callback is there because pipeline wants one.
  return pipeline(Readable.from(pieces(fd, size)), createGunzip(), () => undefined);
}

const PIECE = 64 * 1024;

function* pieces(fd: number, size: number): Generator<Buffer> {
  for (let position = 0; position < size; position += PIECE) {
    const piece = Buffer.alloc(Math.min(PIECE, size - position));
    if (!readInto(fd, piece, position)) return;
    yield piece;
  }
}
