import { colours } from './theme';

/** What tells an arm from the others: colour, dashes and symbol, so that it also does without colour. */
export interface ArmStyle {
  readonly stroke: string;
  /** As in SVG; none for an unbroken line. */
  readonly strokeDasharray?: string;
  readonly symbol: 'circle' | 'diamond' | 'square' | 'triangle' | 'plus';
  readonly filled: boolean;
}

const styles: Readonly<Record<string, ArmStyle>> = {
  normalized: { stroke: colours.normalized, symbol: 'circle', filled: true },
  raw: { stroke: colours.raw, strokeDasharray: '7 4', symbol: 'circle', filled: false },
  'raw at its best rate': { stroke: colours.raw, strokeDasharray: '2 4', symbol: 'diamond', filled: false },
  'normalized without decay': {
    stroke: colours.normalized,
    strokeDasharray: '9 3 2 3',
    symbol: 'square',
    filled: true,
  },
  'raw without decay': { stroke: colours.raw, strokeDasharray: '3 3', symbol: 'triangle', filled: false },
};
const other: ArmStyle = { stroke: colours.truth, strokeDasharray: '1 3', symbol: 'plus', filled: false };

/** How an arm is drawn, by its name. */
export function styleOf(name: string): ArmStyle {
  return styles[name] ?? other;
}

/** A name in lines short enough to stand at the end of a line. */
export function inLines(name: string): string {
  return name.replace(/ (without|at) /, '\n$1 ');
}
