import { recordLaunches } from '#kit/gpu';
import { callable } from '../callable';
import { snapshotOf, type Snapshot } from '../diagnosis/snapshot';
import { watchFunctions, type Callable } from '../diagnosis/watch-functions';
import { withoutPromises } from '../forgotten-await';
import { namedFunctions, type Session } from '../implementation';
import { tryProperties, type Trials, type TrialSettings } from '../try-properties';
import { Clock } from './clock';
import { numbersIn } from './numbers-in';

/** One call of an exercise, or of a function that it has returned. */
export interface Call {
  /** A verdict is what properties that an exercise has made say of one implementation. */
  readonly kind: 'call' | 'verdict';
  /** 'createTracker', 'createTracker().record' */
  readonly name: string;
  readonly exercise: string;
  /** What came back, or the error. */
  readonly result: Snapshot;
  /** The name of the error. */
  readonly threw: string | undefined;
  /** How many numbers went in. */
  readonly numbers: number;
  /** Undefined where something else was counted meanwhile. */
  readonly milliseconds: number | undefined;
}

/** Here nobody has to be convinced: a property sees no more data than this. */
const MOST_RUNS = 200;

/** Writes down what one run of a test asks of a module. */
export class Recorder {
  private readonly clock = new Clock();
  private readonly log = { calls: [] as Call[], inFlight: 0, counting: 0 };

  constructor(private readonly module: object) {}

  /** So far, in the order in which they ended. */
  get calls(): readonly Call[] {
    return this.log.calls;
  }

  session<Exercise>(): Session<Exercise> {
    return {
      exercise: namedFunctions<Exercise>(
        (name) =>
          async (...args) =>
            withoutPromises(await this.asked(name, name, callable(this.module, name))(...args)),
      ),
      launches: async (body, watch) => {
        this.log.counting += 1;
        try {
          return await recordLaunches(body, watch);
        } finally {
          this.log.counting -= 1;
        }
      },
      tryProperties: (name, subjects, settings) => this.tried(name, subjects, settings),
    };
  }

  /** A function of the exercise's. What it calls in turn, and what it is given calls, counts to it. */
  private asked(name: string, exercise: string, call: Callable): Callable {
    const { clock, log, given } = this;
    const returned = (result: unknown) =>
      watchFunctions('', result, (method, each) =>
        this.asked(`${name}()${method === '' ? '' : `.${method}`}`, exercise, each),
      );
    return function (this: unknown, ...args: unknown[]): unknown {
      const handedIn = args.map((arg) => watchFunctions('', arg, given));
      const isOuter = log.inFlight === 0;
      const before = clock.milliseconds;
      const numbers = isOuter ? numbersIn(args) : 0;
      const over = (result: unknown, threw?: string) => {
        log.inFlight -= 1;
        if (!isOuter) return;
        const milliseconds = log.counting > 0 ? undefined : clock.milliseconds - before;
        log.calls.push({
          kind: 'call',
          name,
          exercise,
          result: snapshotOf(result),
          threw,
          numbers,
          milliseconds,
        });
      };
      const done = (result: unknown) => {
        clock.stop();
        over(result);
        return returned(result);
      };
      const failed = (error: unknown): never => {
        clock.stop();
        over(error, error instanceof Error ? error.name : 'no Error');
        throw error;
      };
      log.inFlight += 1;
      let result: unknown;
      clock.go();
      try {
        result = Reflect.apply(call, this, handedIn);
      } catch (error) {
        return failed(error);
      }
      return result instanceof Promise ? result.then(done, failed) : done(result);
    };
  }

  /** A function of the test's, handed to an exercise: its time is not the exercise's. */
  private readonly given = (_: string, call: Callable): Callable => {
    const { clock, given } = this;
    return function (this: unknown, ...args: unknown[]): unknown {
      const done = (result: unknown) => {
        clock.go();
        return watchFunctions('', result, given);
      };
      const failed = (error: unknown): never => {
        clock.go();
        throw error;
      };
      clock.stop();
      let result: unknown;
      try {
        result = Reflect.apply(call, this, args);
      } catch (error) {
        return failed(error);
      }
      return result instanceof Promise ? result.then(done, failed) : done(result);
    };
  };

  /** Each subject's verdict is a call. Its time is that of one property on one set of data. */
  private async tried(name: string, subjects: readonly unknown[], wanted: TrialSettings): Promise<Trials> {
    const settings = { ...wanted, runs: Math.min(wanted.runs, MOST_RUNS), shrink: false };
    const watched = subjects.map((subject) => watchFunctions('', subject, this.given));
    const before = this.clock.milliseconds;
    this.clock.go();
    const trials = await tryProperties(callable(this.module, name), watched, settings).finally(() =>
      this.clock.stop(),
    );
    const milliseconds = this.clock.milliseconds - before;
    if ('problem' in trials) return trials;
    const { properties } = trials;
    const each = milliseconds / (properties.length * subjects.length * settings.runs);
    // A property that finds fault ends early, and nobody knows after how many runs. A few runs tell little.
    const allRan =
      settings.runs === MOST_RUNS && properties.every(({ trials: own }) => own.every(({ held }) => held));
    subjects.forEach((_, subject) => {
      const rejects = properties.some(({ trials: own }) => own[subject]?.held === false);
      this.log.calls.push({
        kind: 'verdict',
        name,
        exercise: name,
        result: snapshotOf(rejects ? 'rejected' : 'accepted'),
        threw: undefined,
        numbers: 0,
        milliseconds: allRan ? each : undefined,
      });
    });
    return trials;
  }
}
