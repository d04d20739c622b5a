import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Student } from './read-roster';

/** Who is asked, and as whom. */
export interface Source {
  /** https://api.github.com */
  readonly api: string;
  /** '' for what everybody may read. */
  readonly token: string;
}

const MOST_SECONDS = 120;

/**
 * Puts what a student has at GitHub into a folder, as one archive. Nothing of it is unpacked or run, and no
 * credentials stay behind. Who cannot be fetched gets an empty folder, so that nobody is left out of the grades.
 *
 * @returns what went wrong, in a sentence
 */
export async function fetchStudent(
  { name, repository, ref }: Student,
  into: string,
  { api, token }: Source,
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
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status}`);
    writeFileSync(join(into, `${name}.tar.gz`), Buffer.from(await answer.arrayBuffer()));
    return undefined;
  } catch (error) {
    mkdirSync(join(into, name), { recursive: true });
    return `${name}: ${repository} could not be fetched (${error instanceof Error ? error.message : String(error)}).`;
  }
}
