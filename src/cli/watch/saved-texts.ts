import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#kit/course';

/** What stands in some files at one moment. */
export type SavedTexts = ReadonlyMap<string, string | undefined>;

/** @param files by path within the course. One that is not there has no text. */
export function savedTexts(files: readonly string[]): SavedTexts {
  return new Map(files.map((file) => [file, textOf(file)]));
}

export function areTheSame(one: SavedTexts, other: SavedTexts): boolean {
  return [...one].every(([file, text]) => other.get(file) === text);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}
