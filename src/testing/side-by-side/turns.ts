import type { Suite, Test } from '../definition';
import { Recorder, type Call } from './recorder';
import type { SideBySideOptions, Sides } from './side-by-side';
import { Tally, type CallsBeside, type Source } from './tally';

/** So often it should have been called by then. */
const LEAST_VISITS = 8;

/** So many calls of an exercise show little. */
const FEW = 10;

/** How much random data each property draws. An odd number: so each has its turn on either side first. */
const DRAWS = 25;

/** A test, and the data that it is run on, one after the other. */
interface Rehearsed<Exercise> {
  readonly test: Test<Exercise>;
  readonly data: readonly unknown[];
  readonly source: Source;
  /** The functions that it calls, and whose time can be told. */
  readonly timed: ReadonlySet<string>;
}

/** Runs tests on one side and then on the other, and adds up what the calls have shown. */
export class Turns<Exercise extends object> {
  private readonly tallies = new Map<string, Tally>();
  private readonly rehearsed: Rehearsed<Exercise>[] = [];

  constructor(
    private readonly suite: Suite<Exercise>,
    private readonly sides: Sides,
    private readonly options: SideBySideOptions,
  ) {}

  /** Every test once; after that time, only those of exercises that have hardly been called yet. */
  async first(end: number): Promise<void> {
    for (const test of this.suite.tests) {
      if (performance.now() > end && this.callsSoFar(test.task) >= FEW) continue;
      const data = test.draw(this.options.seed, DRAWS);
      const source = data.length === 1 && data[0] === undefined ? 'own data' : 'random data';
      const timed = await this.run(test, data[0], 'first calls', 0);
      this.rehearsed.push({ test, data, source, timed });
    }
  }

  /**
   * Again and again, by the tests that draw random data for a function, or else by others. Each function has
   * as much of the time as any other, and each of its tests, too, so that none is called so seldom that it
   * stays slow.
   */
  async measure(start: number, time: number): Promise<void> {
    const names = [...new Set(this.rehearsed.flatMap(({ timed }) => [...timed]))];
    const turns = names.map((name) => {
      const calling = this.rehearsed.filter(({ timed }) => timed.has(name));
      const random = calling.filter(({ source }) => source === 'random data');
      const tests = (random.length > 0 ? random : calling).map((each) => ({ ...each, spent: 0, visits: 0 }));
      return { tests, spent: 0, visits: 0 };
    });
    for (let now = start; now < start + 2 * time;) {
      const left = now < start + time ? turns : turns.filter(({ visits }) => visits < LEAST_VISITS);
      const turn = leastSpent(left);
      const next = turn && leastSpent(turn.tests);
      if (turn === undefined || next === undefined) return;
      await this.run(next.test, next.data[next.visits % next.data.length], next.source, next.visits);
      const over = performance.now();
      for (const each of [turn, next]) {
        each.spent += over - now;
        each.visits += 1;
      }
      now = over;
    }
  }

  result(): CallsBeside[] {
    const order = this.suite.tasks.map(({ name }) => name);
    return [...this.tallies.values()]
      .filter(({ exercise }) => order.includes(exercise))
      .toSorted((one, two) => order.indexOf(one.exercise) - order.indexOf(two.exercise))
      .map((tally) => tally.beside());
  }

  private callsSoFar(exercise: string): number {
    const own = [...this.tallies.values()].filter((tally) => tally.exercise === exercise);
    return own.reduce((sum, tally) => sum + tally.calls, 0);
  }

  /** One test on both. @returns the functions that it calls, and whose time can be told */
  private async run(
    test: Test<Exercise>,
    data: unknown,
    source: Source,
    visit: number,
  ): Promise<ReadonlySet<string>> {
    const { yours, solution } = this.sides;
    // Who comes first has the cold cache.
    const isYoursFirst = visit % 2 === 0;
    const one = await this.callsOf(test, data, isYoursFirst ? yours : solution);
    const other = await this.callsOf(test, data, isYoursFirst ? solution : yours);
    const [mine, right] = isYoursFirst ? [one, other] : [other, one];
    const timed = new Set<string>();
    for (const [index, call] of right.entries()) {
      const own = mine[index];
      // A test that has failed goes its own way from there.
      if (own?.name !== call.name) break;
      const tally = this.tallies.get(call.name) ?? new Tally(call.exercise, call.name, call.kind);
      this.tallies.set(call.name, tally);
      tally.add(own, call, source);
      if (own.threw === undefined && own.milliseconds !== undefined) timed.add(call.name);
    }
    return timed;
  }

  private async callsOf(test: Test<Exercise>, data: unknown, module: object): Promise<readonly Call[]> {
    const { seed, answerKey, onTest } = this.options;
    onTest?.(test.task);
    const recorder = new Recorder(module);
    // However it ends: what the calls have shown is all that counts here.
    await test.once({ open: () => recorder.session() }, data, { seed, ...(answerKey && { answerKey }) });
    return [...recorder.calls];
  }
}

function leastSpent<Spending extends { readonly spent: number }>(
  all: readonly Spending[],
): Spending | undefined {
  const [first, ...others] = all;
  return first && others.reduce((least, each) => (each.spent < least.spent ? each : least), first);
}
