import { bounds } from './settings';

/** A number of the settings. */
export type NumberName = keyof typeof bounds;

/** NaN for whatever is no number as people write it. */
export function numberIn(text: string): number {
  return /^\s*-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : NaN;
}

/** The number that a text stands for; undefined where it is none, or none that may be chosen. */
export function chosenNumber(name: NumberName, text: string): number | undefined {
  const { least, most, isWhole } = bounds[name];
  const value = numberIn(text);
  return value >= least && value <= most && (!isWhole || Number.isInteger(value)) ? value : undefined;
}

/** What may be chosen: a whole number from 1 to 1,000. */
export function kindOf(name: NumberName): string {
  const { least, most, isWhole } = bounds[name];
  return `${isWhole ? 'a whole number' : 'a number'} from ${plain(least)} to ${plain(most)}`;
}

/** As it may be typed: 1e-10, 100, 1e15. */
function plain(value: number): string {
  return Math.abs(value) >= 1e7 || (value !== 0 && Math.abs(value) < 1e-4)
    ? value.toExponential().replace('e+', 'e')
    : value.toLocaleString('en-US');
}
