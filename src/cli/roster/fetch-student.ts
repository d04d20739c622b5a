import { closeSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_FETCHED } from '#kit/grading';
import type { Student } from './read-roster';

/** Who is asked, and as whom. */
export interface Source {
  /** https://api.github.com */
  readonly api: string;
  /** '' for what everybody may read. */
  readonly token: string;
}

const MOST_SECONDS = 120;

/** Bytes of an archive. A course takes 0.3 million, and 40 million with its packages. */
const MOST_BYTES = 200e6;

/**
 * Puts what a student has at GitHub into a folder, as one archive. Nothing of it is unpacked or run, and no
 * credentials stay behind. Who cannot be fetched gets a note that says why, so that nobody is left out of the grades.
 *
 * @returns what went wrong, in a sentence
 */
export async function fetchStudent(
  { name, repository, ref }: Student,
  into: string,
  { api, token }: Source,
  mostBytes = MOST_BYTES,
): Promise<string | undefined> {
  const address = `${api}/repos/${repository}/tarball${ref === '' ? '' : `/${encodeURIComponent(ref)}`}`;
  try {
    const answer = await fetch(address, {
      headers: {
        accept: 'application/vnd.github+json',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.timeout(MOST_SECONDS * 1000),
    });
    if (!answer.ok || answer.body === null) throw new Error(`GitHub answered ${answer.status}`);
    await save(answer.body, join(into, `${name}.tar.gz`), mostBytes);
    return undefined;
  } catch (error) {
    const reason = `${repository} could not be fetched (${reasonOf(error)}).`;
    writeFileSync(join(into, `${name}${NOT_FETCHED}`), `${reason}\n`);
    return `${name}: ${reason}`;
  }
}

/** Whole or not at all. */
async function save(body: ReadableStream<Uint8Array>, file: string, mostBytes: number): Promise<void> {
  const growing = `${file}.part`;
  const fd = openSync(growing, 'w');
  const reader = body.getReader();
  try {
    let bytes = 0;
    for (let { value } = await reader.read(); value !== undefined; { value } = await reader.read()) {
      bytes += value.length;
      if (bytes > mostBytes) throw new Error(`it has more than ${mostBytes / 1e6} MB`);
      writeSync(fd, value);
    }
    renameSync(growing, file);
  } finally {
    // What has come to its end is not disturbed by that.
    await reader.cancel().catch(() => undefined);
    closeSync(fd);
    rmSync(growing, { force: true });
  }
}

/** `fetch failed` says little; what made it fail stands below. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
