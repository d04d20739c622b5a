import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';
import { writeWhole } from './write-whole';

/** The git-ignored folder. Whatever is in it can be deleted, and is missed by nobody but its owner. */
const FOLDER = '.common-scale';

/**
 * What was noted under a name, by its keys.
 * @returns nothing where there is no such note, or none that can be read
 */
export function recall(name: string, at = root): Readonly<Record<string, unknown>> {
  try {
    return asRecord(JSON.parse(readFileSync(fileOf(name, at), 'utf8')));
  } catch {
    return {};
  }
}

/** Notes something down. @returns false where that is impossible: in a folder that is read-only, say */
export function note(name: string, entries: Readonly<Record<string, unknown>>, at = root): boolean {
  try {
    writeWhole(fileOf(name, at), `${JSON.stringify(entries, null, 2)}\n`);
    return true;
  } catch {
    return false;
  }
}

/** An object as it came from a file: it may be anything, then it has no keys. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function fileOf(name: string, at: string): string {
  return join(at, FOLDER, `${name}.json`);
}
