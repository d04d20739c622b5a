import { recordLaunches, type Launch } from '#kit/gpu';
import { callable } from './callable';
import { withoutPromises } from './forgotten-await';
import { Inputs } from './overwritten';
import type { Remote } from './remote';
import { tryProperties, type Trials, type TrialSettings } from './try-properties';

export type { Launch };

/** What a launch log should tell beside sizes. */
export interface Watch {
  /** Count how many values a thread reads; costs a few milliseconds a launch. */
  readonly reads?: boolean;
}

export interface Watched<Result> {
  readonly result: Result;
  readonly launches: readonly Launch[];
}

/** The kernels that ran while `body` did, in order, and what `body` returned. */
export type WatchLaunches = <Result>(body: () => Promise<Result>, watch?: Watch) => Promise<Watched<Result>>;

/** One lesson's functions, wherever they live, ready for one run of one test. */
export interface Session<Exercise> {
  readonly exercise: Remote<Exercise>;
  readonly launches: WatchLaunches;
  /** Tries the fast-check properties that an exercise returns, where they live. */
  readonly tryProperties: TryProperties<Exercise>;
}

export type TryProperties<Exercise> = (
  exercise: keyof Exercise & string,
  subjects: readonly unknown[],
  settings: TrialSettings,
) => Promise<Trials>;

/** A lesson's functions on some shelf or in some process. Each run of a test gets a session of its own. */
export interface Implementation<Exercise> {
  /** How many sessions may be in use at the same time, the latest ones; 1 where it does not say. */
  readonly atOnce?: number;
  open(): Session<Exercise>;
}

/** The functions of a module in this process, called as they are. */
export function direct<Exercise extends object>(module: Exercise): Implementation<Exercise> {
  return {
    open: () => ({
      exercise: functionsOf(module),
      launches: recordLaunches,
      tryProperties: (name, subjects, settings) => tryProperties(callable(module, name), subjects, settings),
    }),
  };
}

function functionsOf<Exercise extends object>(module: Exercise): Remote<Exercise> {
  const inputs = new Inputs();
  return namedFunctions<Exercise>(
    (name) =>
      (...args) =>
        inputs.guard(args, async () => withoutPromises(await callable(module, name)(...args))),
  );
}

/**
 * An object on which every name is a function, made on demand. Asynchronous, so that a function of this
 * process rejects where it throws, as it would from another one.
 */
export function namedFunctions<Exercise>(
  make: (name: string) => (...args: unknown[]) => Promise<unknown>,
): Remote<Exercise> {
  const get = (_: object, name: string | symbol) => (typeof name === 'string' ? make(name) : undefined);
  return new Proxy({}, { get }) as Remote<Exercise>;
}
