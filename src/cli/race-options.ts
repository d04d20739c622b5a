import { parseArgs } from 'node:util';
import type { Shelf } from '#kit/course';
import type { Backend } from '#kit/gpu';
import { dataSetNames, FEWEST_ROWS } from '#kit/race';
import { UsageError } from './arguments';
import { shelfUsage } from './shelf-usage';

export const raceUsage = `npm run race        the article's data, your functions
npm run race -- OPTIONS
  --data NAME       article (default), article-scaled, units, cars or diamonds
  --data FILE.csv   a table of your own; its first line names the columns
  --target COLUMN   with a file: the column to predict
  --rows NUMBER     so many rows, 10 or more
  --epochs NUMBER   10; cars 20 (recipe plain)
  --batch NUMBER    rows in a batch: 64
  --lr NUMBER       the learning rate of normalized and raw; recipe article:
                    its peak, 10
  --seed NUMBER     data, split, first weights and batches: 1
  --backend NAME    where kernels run: cpu (default) or webasm${shelfUsage}
  --recipe NAME     plain (default): gradient descent at a constant rate
                    article: Adam with one cycle and weight decay, as the
                    article trained, and the same without decay; 6 s
  --weight-decay N  recipe article: 0.01; 0 for none
  --wd-sweep        recipe article: six decays as well; 15 s in all
  --report FILE     a page with pictures as well, such as race.html
  --json            the race as one JSON object`;

/** What a race was asked for. */
export interface RaceOptions {
  readonly data: string;
  readonly target?: string;
  readonly rows?: number;
  readonly epochs?: number;
  readonly batch: number;
  readonly lr?: number;
  readonly seed: number;
  readonly backend: Backend;
  readonly shelf: Shelf;
  readonly recipe: (typeof RECIPES)[number];
  readonly weightDecay?: number;
  readonly wdSweep: boolean;
  /** The file for a report. */
  readonly report?: string;
  readonly json: boolean;
  readonly help: boolean;
}

const MOST_ROWS = 2_000_000;

const withValue = [
  'data',
  'target',
  'rows',
  'epochs',
  'batch',
  'lr',
  'seed',
  'backend',
  'shelf',
  'recipe',
  'weight-decay',
  'report',
];
const withoutValue = ['wd-sweep', 'json', 'help'];
const RECIPES = ['plain', 'article'] as const;
const BACKENDS = ['cpu', 'webasm'] as const;
const SHELVES = ['lessons', 'solutions'] as const;

/** @throws UsageError, one line, for whatever the command does not understand. */
export function readRaceOptions(args: readonly string[]): RaceOptions {
  const { values, tokens } = parse(args);
  for (const token of tokens) {
    if (token.kind === 'positional') {
      throw new UsageError(
        `"${token.value}" belongs to no option. Options stand behind two dashes: npm run race -- --data cars`,
      );
    }
    if (token.kind === 'option') checkName(token.name, token.rawName, token.value);
  }
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const recipe = oneOf('recipe', text('recipe') ?? 'plain', RECIPES);
  for (const name of ['weight-decay', 'wd-sweep']) {
    if (recipe === 'plain' && values[name] !== undefined) {
      throw new UsageError(`--${name} goes with --recipe article; plain gradient descent has none.`);
    }
  }
  const data = text('data') ?? 'article';
  const target = text('target');
  if (target !== undefined && dataSetNames.includes(data)) {
    throw new UsageError(`--target goes with a CSV file; ${data} has its target already.`);
  }
  return {
    data,
    recipe,
    batch: wholeNumber('batch', text('batch'), 1) ?? 64,
    seed: seedOf(text('seed')),
    backend: oneOf('backend', text('backend') ?? (process.env['COMMON_SCALE_BACKEND'] || 'cpu'), BACKENDS),
    shelf: oneOf('shelf', text('shelf') ?? 'lessons', SHELVES),
    wdSweep: values['wd-sweep'] === true,
    json: values['json'] === true,
    help: values['help'] === true || values['h'] === true,
    ...given('target', target),
    ...given('report', text('report')),
    ...given('rows', wholeNumber('rows', text('rows'), FEWEST_ROWS, MOST_ROWS)),
    ...given('epochs', wholeNumber('epochs', text('epochs'), 1)),
    ...given('lr', rateOf(text('lr'))),
    ...given('weightDecay', decayOf(text('weight-decay'))),
  };
}

/** Not strict: that would take a value such as −5 for an option, and explain it in three lines. */
function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(withValue.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(withoutValue.map((name) => [name, { type: 'boolean' as const }])),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
}

function checkName(name: string, written: string, value: string | undefined): void {
  if (withValue.includes(name)) {
    if (value === undefined || value === '') throw new UsageError(`${written} needs a value.`);
  } else if (withoutValue.includes(name)) {
    if (value !== undefined) throw new UsageError(`${written} takes no value.`);
  } else if (name !== 'h') {
    const names = [...withValue, ...withoutValue].map((each) => `--${each}`).join(', ');
    throw new UsageError(`There is no option ${written}. There are ${names}.`);
  }
}

function given<Name extends string, Value>(name: Name, value: Value | undefined) {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}

function wholeNumber(name: string, text: string | undefined, least: number, most = 1_000_000) {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  const range = `from ${least} to ${most.toLocaleString('en-US')}`;
  throw new UsageError(`--${name} takes a whole number ${range}, not "${text}".`);
}

function rateOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const rate = positive(text);
  if (rate > 0 && rate < Infinity) return rate;
  throw new UsageError(`--lr takes a number above 0, such as 0.1 or 1e-3, not "${text}".`);
}

function decayOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const decay = positive(text);
  if (decay >= 0 && decay < Infinity) return decay;
  throw new UsageError(`--weight-decay takes a number, 0 or more, such as 0.01 or 1e-3, not "${text}".`);
}

/** NaN for whatever is no plain number without a sign. */
function positive(text: string): number {
  return /^[\d.]+(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}

function seedOf(text = '1'): number {
  const seed = /^-?\d+$/.test(text) ? Number(text) : NaN;
  // Each epoch adds 1 to it.
  if (Math.abs(seed) <= 1e15) return seed;
  throw new UsageError(`--seed takes a whole number, such as 42, not "${text}".`);
}

function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`There is no ${option} "${text}". Choose ${names.join(' or ')}.`);
}
