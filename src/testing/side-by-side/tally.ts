import { ROUNDING } from '../diagnosis/behaves-alike';
import { apart } from './apart';
import type { Call } from './recorder';

/** How the calls of one function went, yours and the solution's. */
export interface CallsBeside {
  readonly exercise: string;
  /** 'createTracker'; 'createTracker().record' for a function that it returns */
  readonly call: string;
  readonly kind: Call['kind'];
  /** How often both were called with the same data. */
  readonly calls: number;
  /** How often both refused it. */
  readonly refused: number;
  /** How often only one of them threw, or the results differ by more than float32 rounding. */
  readonly differing: number;
  /** How far results differ at most, as a share of their largest number; null for another kind or size. */
  readonly apart: number | null;
  /** Yours throws `todo`. */
  readonly notWritten: boolean;
  readonly time: TimeBeside | null;
}

/** How long a call takes, for the middle half of the calls that both answered. */
export interface TimeBeside {
  readonly yours: number;
  readonly solution: number;
  readonly unit: 'microseconds';
  /** In what share of the calls yours took longer than the solution: about a half where none is faster. */
  readonly longer: number;
  readonly calls: number;
  /** How many numbers went in, at least and at most. */
  readonly numbers: readonly [least: number, most: number];
}

/** Where the data of a call came from, the better for measuring time first. */
export const sources = ['random data', 'own data', 'first calls'] as const;
export type Source = (typeof sources)[number];

interface Measured {
  readonly yours: number;
  readonly solution: number;
  readonly numbers: number;
}

/** Adds up what is seen of one function. */
export class Tally {
  /** How often both were called so far. */
  calls = 0;
  private refused = 0;
  private differing = 0;
  private largest = 0;
  private notWritten = false;
  private readonly measured: Record<Source, Measured[]> = {
    'random data': [],
    'own data': [],
    'first calls': [],
  };

  constructor(
    readonly exercise: string,
    private readonly call: string,
    private readonly kind: Call['kind'],
  ) {}

  add(yours: Call, solution: Call, source: Source): void {
    if (yours.threw === 'NotStarted') {
      this.notWritten = true;
      return;
    }
    this.calls += 1;
    const [mine, other] = [yours.threw === undefined, solution.threw === undefined];
    if (mine !== other) {
      this.differing += 1;
      return;
    }
    if (!mine) {
      this.refused += 1;
      return;
    }
    const difference = apart(yours.result, solution.result);
    if (difference > ROUNDING) this.differing += 1;
    this.largest = Math.max(this.largest, difference);
    if (yours.milliseconds === undefined || solution.milliseconds === undefined) return;
    this.measured[source].push({
      yours: yours.milliseconds,
      solution: solution.milliseconds,
      numbers: solution.numbers,
    });
  }

  beside(): CallsBeside {
    const { exercise, call, kind, calls, refused, differing, largest, notWritten } = this;
    const source = sources.find((each) => this.measured[each].length > 0);
    return {
      exercise,
      call,
      kind,
      calls,
      refused,
      differing,
      apart: largest < Infinity ? largest : null,
      notWritten,
      time: source === undefined ? null : timeOf(this.measured[source]),
    };
  }
}

/** So many calls make a function warm. */
const WARM = 40;

function timeOf(all: readonly Measured[]): TimeBeside {
  // The longer a function runs, the better it is compiled.
  const measured = all.length > WARM ? all.slice(all.length >> 1) : all;
  const numbers = measured.map((each) => each.numbers);
  const middle = middleHalf(measured);
  return {
    yours: 1000 * mean(middle.map(({ yours }) => yours)),
    solution: 1000 * mean(middle.map(({ solution }) => solution)),
    unit: 'microseconds',
    longer: measured.filter(({ yours, solution }) => yours > solution).length / measured.length,
    calls: measured.length,
    numbers: [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))],
  };
}

/**
 * Those that take neither long nor short. By what both sides take together, and not a median of each: small
 * data and large data may be far apart, with nothing in between.
 */
function middleHalf(measured: readonly Measured[]): readonly Measured[] {
  const together = ({ yours, solution }: Measured) => yours + solution;
  const sorted = measured.toSorted((one, other) => together(one) - together(other));
  const quarter = sorted.length >> 2;
  return sorted.slice(quarter, sorted.length - quarter);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
