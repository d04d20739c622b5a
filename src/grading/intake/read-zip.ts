import { constants } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { fromRandomAccessReaderPromise, getFileNameLowLevel, RandomAccessReader } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { HandedIn, Submission } from '../submission';
import { exerciseText, tooLarge } from './exercise-text';
import { Finds } from './finds';
import { ENTRIES, EXERCISE_BYTES } from './limits';
import { nameOf, placeOf, type Place } from './place';
import { readInto, withPlainFile } from './plain-file';
import { Refusal, tooMany } from './refusal';

/**
 * The exercises in a zip archive. Only they are unpacked, each as far as it may be large.
 * @param lessons their names
 * @throws Refusal where nothing of the archive can be taken
 */
export function readZip(path: string, lessons: ReadonlySet<string>): Promise<Submission['exercises']> {
  return withPlainFile(path, 'The archive', async ({ fd, size }) => {
    try {
      // Names as bytes: with decodeStrings yauzl would give up at the first that it finds unsafe.
      const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false };
      const zip = await fromRandomAccessReaderPromise(new FileReader(fd), size, options);
      if (zip.entryCount > ENTRIES) throw tooMany();
      const finds = new Finds();
      for await (const entry of zip.eachEntry()) {
        const place = placeOf(pathOf(entry), lessons);
        if (place === undefined || (place.at === 'lesson' && !isLink(entry))) continue;
        finds.add(place, insteadOfFile(entry, place) ?? (await contentOf(entry, zip, fd)));
      }
      return finds.exercises;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal('The archive cannot be read: it is cut off, damaged, encrypted, or no zip archive.');
    }
  });
}

/** Some programs of Windows write `\` between folders. */
function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true).replaceAll('\\', '/');
}

/** The type of a file where a system like Unix has written it, else 0. */
const typeOf = ({ externalFileAttributes }: Entry) => (externalFileAttributes >>> 16) & constants.S_IFMT;
const isLink = (entry: Entry) => typeOf(entry) === constants.S_IFLNK;

/** Why an entry is not taken, before any of it is read. */
function insteadOfFile(entry: Entry, place: Place): HandedIn | undefined {
  if (isLink(entry)) return { trouble: `${nameOf(place)} is a symbolic link, and links are not followed.` };
  if (![0, constants.S_IFREG].includes(typeOf(entry))) return { trouble: `${nameOf(place)} is no file.` };
  if (entry.isEncrypted()) return { trouble: 'exercise.ts is encrypted.' };
  if (Math.max(entry.uncompressedSize, entry.compressedSize) > EXERCISE_BYTES) return tooLarge;
  if (entry.canDecodeFileData()) return undefined;
  return { trouble: 'exercise.ts is packed in a way that is not known here.' };
}

async function contentOf(entry: Entry, zip: ZipFile, fd: number): Promise<HandedIn> {
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = Buffer.alloc(entry.compressedSize);
    if (!readInto(fd, packed, fileDataStart)) return damaged;
    const bytes = entry.isCompressed() ? inflateRawSync(packed, { maxOutputLength: EXERCISE_BYTES }) : packed;
    if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) return damaged;
    return exerciseText(bytes);
  } catch {
    return damaged;
  }
}

const damaged: HandedIn = { trouble: 'exercise.ts is damaged in the archive.' };

/** yauzl's own reader of files throws where nobody can catch it when an archive points far beyond its end. */
class FileReader extends RandomAccessReader {
  readonly #fd: number;

  constructor(fd: number) {
    super();
    this.#fd = fd;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let error: Error | null = null;
    try {
      const isWhole = readInto(this.#fd, buffer.subarray(offset, offset + length), position);
      if (!isWhole) error = new Error('The file ends before.');
    } catch (caught) {
      error = caught instanceof Error ? caught : new Error(String(caught));
    }
    callback(error);
  }
}
