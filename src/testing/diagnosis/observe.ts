import { copyOfData } from '../copy-of-data';
import type { Test } from '../definition';
import type { Outcome } from '../failure';
import { namedFunctions, type Implementation, type Session } from '../implementation';
import { MOST_READS } from '../tolerance';
import { snapshotOf, type Snapshot } from './snapshot';
import { watchFunctions, type Callable } from './watch-functions';

/** One thing that could be seen from outside while a test ran. */
export interface Sight {
  /** 'mean returned', 'update was called', … */
  readonly what: string;
  readonly snapshot: Snapshot;
}

/** What one test saw of one implementation on one set of data. */
export interface Observation {
  readonly sights: readonly Sight[];
  /** What went in and came out of each call, as it was when the test was over: `sights` tells the order. */
  readonly afterwards: readonly { readonly sight: number; readonly snapshot: Snapshot }[];
  readonly outcome: Outcome;
  /** Whether the test asked which kernels ran. */
  readonly sawLaunches: boolean;
  /** The last call of an exercise, with what went in, as it was then. */
  readonly lastCall: Call | undefined;
  /** The names of all exercises that were called. */
  readonly called: ReadonlySet<string>;
}

interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Runs the body of a test once, and writes down everything that passes between it and the implementation. */
export async function observe<Exercise>(
  test: Test<Exercise>,
  implementation: Implementation<Exercise>,
  data: unknown,
  seed: number,
): Promise<Observation> {
  const watching = new Watching();
  const outcome = await test.once({ open: () => watching.session(implementation.open()) }, data, { seed });
  // What is not awaited goes on, and may be seen later.
  return {
    sights: [...watching.sights],
    afterwards: watching.afterwards(),
    outcome,
    sawLaunches: watching.sawLaunches,
    lastCall: watching.lastCall,
    called: watching.names,
  };
}

/** Whose function it is. */
type Owner = 'exercise' | 'test';

class Watching {
  readonly sights: Sight[] = [];
  sawLaunches = false;
  lastCall: Call | undefined;
  readonly names = new Set<string>();
  private readonly kept: { sight: number; value: unknown }[] = [];

  session<Exercise>(session: Session<Exercise>): Session<Exercise> {
    const functions = session.exercise as Record<string, Callable>;
    return {
      exercise: namedFunctions<Exercise>(
        (name) => this.watched(name, functions[name] as Callable, 'exercise') as never,
      ),
      launches: async (body, watch) => {
        const seen = await session.launches(body, watch);
        const sizes = seen.launches.map(({ output, reads = 0 }) => {
          return `${output.join(' × ')}${reads > MOST_READS ? ' reading too much' : ''}`;
        });
        this.sawLaunches = true;
        this.see('launched', sizes);
        return seen;
      },
      tryProperties: async (...args) => {
        const trials = await session.tryProperties(...args);
        this.see('tried', trials);
        return trials;
      },
    };
  }

  /** Everything that was handed over, as it is now. */
  afterwards(): { sight: number; snapshot: Snapshot }[] {
    return this.kept.map(({ sight, value }) => ({ sight, snapshot: snapshotOf(value) }));
  }

  private readonly called = (name: string, args: readonly unknown[]): void => {
    this.names.add(name);
    this.lastCall = { name, args: copyOfData(args) };
  };

  private readonly see = (what: string, value: unknown): number =>
    this.sights.push({ what, snapshot: snapshotOf(value) }) - 1;

  private readonly keep = (sight: number, ...values: unknown[]): void => {
    for (const value of values) {
      if (typeof value === 'object' && value !== null) this.kept.push({ sight, value });
    }
  };

  /**
   * The function, and every function that goes in or comes out, with somebody looking on. What a function of
   * the test's own returns is no news, and when it does may be chance.
   */
  private watched(name: string, call: Callable, owner: Owner): Callable {
    const { see, keep, within, called } = this;
    return function (this: unknown, ...args: unknown[]): unknown {
      const returned = (result: unknown): unknown => {
        if (owner === 'exercise') keep(see(`${name} returned`, result), result, ...args);
        return within(`what ${name} returned`, result, owner);
      };
      const threw = (error: unknown): never => {
        if (owner === 'exercise') keep(see(`${name} threw`, error), ...args);
        throw error;
      };
      see(`${name} was called`, args);
      if (owner === 'exercise') called(name, args);
      const other = owner === 'exercise' ? 'test' : 'exercise';
      const watchedArgs = args.map((arg, index) => within(`${name}'s argument ${index}`, arg, other));
      let result: unknown;
      try {
        result = Reflect.apply(call, this, watchedArgs);
      } catch (error) {
        return threw(error);
      }
      return result instanceof Promise ? result.then(returned, threw) : returned(result);
    };
  }

  /** The value itself, or one in which every function is watched. */
  private readonly within = (name: string, value: unknown, owner: Owner): unknown =>
    watchFunctions(name, value, (each, call) => this.watched(each, call, owner));
}
