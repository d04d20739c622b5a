import type { Shelf } from '#kit/course';
import type { Backend } from '#kit/gpu';
import { flag, UsageError, type Called } from './arguments';
import { shelfUsage } from './shelf-usage';

export const whyUsage = `npm run why        the article's statements, and your own figures beside each
npm run why -- OPTIONS
  --rows NUMBER     rows of the article's data: 16,000; from 500 to 200,000
  --seed NUMBER     which rows: 1
  --backend NAME    where kernels run: cpu (default) or webasm${shelfUsage}
  --json            all of it as one JSON object`;

export const whyCommandOptions = {
  rows: { type: 'string' },
  seed: { type: 'string' },
  backend: { type: 'string' },
  shelf: { type: 'string', default: 'lessons' },
  json: flag,
} as const;

/** What the command was asked for. */
export interface WhyOptions {
  readonly rows: number;
  readonly seed: number;
  readonly backend: Backend;
  readonly shelf: Shelf;
  readonly json: boolean;
}

const ROWS = 16_000;
// With fewer the columns happen to move together so much that theory is another story.
const FEWEST_ROWS = 500;
const MOST_ROWS = 200_000;
const BACKENDS = ['cpu', 'webasm'] as const;
const SHELVES = ['lessons', 'solutions'] as const;

/** @throws UsageError for whatever the command does not understand. */
export function readWhyOptions({ values, positionals }: Called<typeof whyCommandOptions>): WhyOptions {
  const [stray] = positionals;
  if (stray !== undefined) {
    throw new UsageError(
      `"${stray}" belongs to no option. Options stand behind two dashes: npm run why -- --rows 2000`,
    );
  }
  return {
    rows: rowsOf(values.rows),
    seed: seedOf(values.seed),
    backend: oneOf('backend', values.backend ?? (process.env['COMMON_SCALE_BACKEND'] || 'cpu'), BACKENDS),
    shelf: oneOf('shelf', values.shelf, SHELVES),
    json: values.json,
  };
}

function rowsOf(text: string | undefined): number {
  const rows = text === undefined ? ROWS : /^\d+$/.test(text) ? Number(text) : NaN;
  if (rows >= FEWEST_ROWS && rows <= MOST_ROWS) return rows;
  const range = `from ${FEWEST_ROWS} to ${MOST_ROWS.toLocaleString('en-US')}`;
  throw new UsageError(`--rows takes a whole number ${range}, not "${text}".`);
}

function seedOf(text = '1'): number {
  const seed = /^-?\d+$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`--seed takes a whole number, such as 42, not "${text}".`);
}

function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`There is no ${option} "${text}". Choose ${names.join(' or ')}.`);
}
