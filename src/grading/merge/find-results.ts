import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseResult } from '../formats';
import type { FoundResult } from './merge-results';

/**
 * The results in a folder of grades, `<submission>/result.json` each.
 * @throws TypeError for one that is damaged or of a version that is not known, with its place
 */
export function findResults(folder: string): FoundResult[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name, 'result.json'))
    .filter((place) => existsSync(place))
    .map((place) => {
      const text = readFileSync(place, 'utf8');
      try {
        return { place, result: parseResult(text) };
      } catch (error) {
        throw new TypeError(`${place}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    });
}
