import fc from 'fast-check';
import { backend, useBackend } from '#kit/gpu';
import { literal } from './literal';

/** How many times a property is tried on each subject, and on which random data. */
export interface TrialSettings {
  readonly seed: number;
  readonly runs: number;
  /** Look for the smallest data that breaks a property; else for any. */
  readonly shrink: boolean;
  /** Shrinking and slow generators end then; what is found so far counts. */
  readonly seconds?: number;
  /** A subject that one property rejects is not tried any further: with the others it passes for one that holds. */
  readonly untilBroken?: boolean;
}

/** How one property ended on one subject. */
export type Trial =
  | { readonly held: true }
  /** With data that breaks it, as code, and what it threw, if it threw. */
  | { readonly held: false; readonly data: string; readonly threw?: string };

/** A property by its name, with a trial for each subject in their order. */
export interface TriedProperty {
  readonly name: string;
  readonly trials: readonly Trial[];
}

/** What came of it; or what is wrong with the properties themselves, in words. */
export type Trials = { readonly properties: readonly TriedProperty[] } | { readonly problem: string };

const MOST_SECONDS = 3;

/**
 * Tries fast-check properties on subjects: functions, of which each property is made once for each. Whatever the
 * backend, they compute on cpu: columns of ever new lengths would be compiled over and over on webasm, and the
 * code to be tested is the properties.
 */
export async function tryProperties(
  make: () => unknown,
  subjects: readonly unknown[],
  settings: TrialSettings,
): Promise<Trials> {
  const before = backend();
  useBackend('cpu');
  try {
    return await tried(make, subjects, settings);
  } finally {
    useBackend(before);
  }
}

async function tried(
  make: () => unknown,
  subjects: readonly unknown[],
  settings: TrialSettings,
): Promise<Trials> {
  const makers = await make();
  if (typeof makers !== 'object' || makers === null || Array.isArray(makers)) {
    return { problem: `properties returned ${literal(makers)}. ${WANTED}` };
  }
  const entries: [string, unknown][] = Object.entries(makers);
  if (entries.length === 0) return { problem: `properties returned an object without properties. ${WANTED}` };
  const broken = new Set<number>();
  const made: { readonly name: string; readonly properties: fc.IAsyncProperty<unknown[]>[] }[] = [];
  for (const [name, maker] of entries) {
    const properties: fc.IAsyncProperty<unknown[]>[] = [];
    for (const [index, subject] of subjects.entries()) {
      const property: unknown = typeof maker === 'function' ? maker(subject) : maker;
      const problem = typeof maker === 'function' ? misfit(name, property) : notAFunction(name);
      if (problem !== undefined) return { problem };
      const whole = property as fc.IAsyncProperty<unknown[]>;
      properties.push(settings.untilBroken ? whileUnbroken(whole, index, broken) : whole);
    }
    made.push({ name, properties });
  }
  // All at once: where subjects live in another process, their calls share the way there and back.
  const properties = await Promise.all(
    made.map(async ({ name, properties }) => ({
      name,
      trials: await Promise.all(properties.map((property) => tryOnce(property, settings))),
    })),
  );
  for (const { name, trials } of properties) {
    if (trials.includes(undefined)) return { problem: skipsAll(name) };
  }
  return { properties: properties as TriedProperty[] };
}

/** The same property, which holds from where any property of its subject has been broken. */
function whileUnbroken(
  property: fc.IAsyncProperty<unknown[]>,
  subject: number,
  broken: Set<number>,
): fc.IAsyncProperty<unknown[]> {
  const run: (typeof property)['run'] = async (data) => {
    if (broken.has(subject)) return null;
    const failure = await property.run(data);
    if (failure !== null && 'error' in failure) broken.add(subject);
    return failure;
  };
  return Object.assign(Object.create(property) as typeof property, { run });
}

/** Undefined where a property never came to see its data. */
async function tryOnce(
  property: fc.IAsyncProperty<unknown[]>,
  { seed, runs, shrink, seconds = MOST_SECONDS }: TrialSettings,
): Promise<Trial | undefined> {
  const parts = Math.ceil(runs / MOST_IN_A_ROW);
  const checks = await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      fc.check(property, {
        seed: (seed + part * FAR_APART) | 0,
        numRuns: Math.ceil(runs / parts),
        endOnFailure: !shrink,
        interruptAfterTimeLimit: 1000 * seconds,
      }),
    ),
  );
  const check = checks.find(({ failed }) => failed);
  if (check === undefined) return { held: true };
  if (check.counterexample === null) return undefined;
  const error = check.errorInstance;
  const threw = error instanceof Error ? error.message : literal(error);
  return {
    held: false,
    data: check.counterexample.map((entry) => literal(entry)).join(', '),
    ...(threw === RETURNED_FALSE ? {} : { threw }),
  };
}

/** More runs than this are done side by side, for the same reason. */
const MOST_IN_A_ROW = 200;

/** 2³² through the golden ratio: the seeds of no two parts come near each other. */
const FAR_APART = 0x9e3779b1;

/** What fast-check says where a predicate returns false. */
const RETURNED_FALSE = 'Property failed by returning false';

const WANTED =
  'Return an object: for each property a name, and a function that takes a standardize and makes the property.';

function notAFunction(name: string): string {
  return `"${name}" is no function. Write '${name}': (standardize) => fc.asyncProperty(…).`;
}

function skipsAll(name: string): string {
  return `"${name}" skips nearly all of its data. Let the arbitrary make what the property needs, without fc.pre.`;
}

function misfit(name: string, property: unknown): string | undefined {
  if (property instanceof Promise)
    return `"${name}" is async. Make the property without waiting: only its predicate waits.`;
  if (!isProperty(property)) {
    return `"${name}" made ${literal(property)}, and not a property. Does it return what fc.asyncProperty(…) returns?`;
  }
  if (!property.isAsync()) {
    return `"${name}" is an fc.property, which cannot wait for standardize. Use fc.asyncProperty, and await in its predicate.`;
  }
  return undefined;
}

function isProperty(value: unknown): value is fc.IRawProperty<unknown> {
  return (
    typeof value === 'object' && value !== null && 'isAsync' in value && 'generate' in value && 'run' in value
  );
}
