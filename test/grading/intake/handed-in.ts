import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Header } from 'tar';
import { ZipFile, type Options } from 'yazl';
import { findLesson, listLessons } from '#kit/course';

export const lessons = listLessons('src/course/blank');
export const [mean, scaling] = ['02', '03'].map((number) => findLesson(lessons, number)!.name) as [
  string,
  string,
];
/** Where an exercise belongs. */
export const exercise = (lesson = mean) => `lessons/${lesson}/exercise.ts`;

/** A folder for what is handed in. */
export class Inbox {
  readonly path = mkdtempSync(join(tmpdir(), 'inbox-'));

  /** @param files by their path in the inbox */
  put(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, content] of Object.entries(files)) {
      const file = this.at(name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return this;
  }

  at(name: string): string {
    return join(this.path, name);
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

interface ZipEntry extends Partial<Options> {
  readonly name: string;
  readonly content?: string | Uint8Array;
}

export function zipOf(...entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content = '', ...options } of entries) {
    zip.addBuffer(Buffer.from(content), name, options);
  }
  zip.end();
  return whole(zip.outputStream);
}

async function whole(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

type HeaderData = ConstructorParameters<typeof Header>[0] & object;
type TarEntry = Exclude<HeaderData, Buffer> & { readonly content?: string | Uint8Array };

/** A tar archive made by hand, so that nothing keeps it from being wrong. */
export function tarOf(...entries: readonly TarEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(tarEntry), Buffer.alloc(2 * BLOCK)]);
}

/** One header and what belongs to it. */
export function tarEntry({ content = '', ...data }: TarEntry): Buffer[] {
  const body = Buffer.from(content);
  const header = Buffer.alloc(BLOCK);
  new Header({ type: 'File', mode: 0o644, size: body.length, mtime: new Date(0), ...data }).encode(header, 0);
  return [header, body, Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)];
}

const BLOCK = 512;

/** The bytes with all that is there of one text replaced by another of the same length. */
export function patched(bytes: Uint8Array, from: string, to: string): Buffer {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1');
}
