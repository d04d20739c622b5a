import { createHmac } from 'node:crypto';
import { Random } from '#kit/data';
import { standardizers, type LoadAnswerKey, type Trials, type TrialSettings } from '#kit/testing';
import { isRecord } from './is-record';

type Trial = Extract<Trials, { properties: unknown }>['properties'][number]['trials'][number];

type Standardize = (values: Float32Array) => Promise<Float32Array>;

/** With fewer, the best properties may miss a mistake. */
const ENOUGH_RUNS = 200;

/** Whether a property is found too strict must not depend on how busy the machine is: longer than any test may take. */
const ENOUGH_SECONDS = 3_600;

const MOST_CHARACTERS = 500;

/** Tries an exercise's properties on subjects. What comes back may have any form. */
type TryAll = (subjects: readonly Standardize[], settings: TrialSettings) => Promise<unknown>;

/**
 * Properties are tried where they live, by code that a submission may have changed. So right and wrong subjects come
 * to it together, in random order and without names: nothing but their behaviour tells one from another, and what
 * comes back says of each only whether the property held. Of those that nobody asked for it has to be right, too.
 */
export function mixedTrials(
  answerKey: LoadAnswerKey,
): (tryAll: TryAll, subjects: readonly unknown[], settings: TrialSettings) => Promise<Trials> {
  const known = new Map<string, Promise<Trials>>();
  return async (tryAll, subjects, settings) => {
    const { right, wrong } = await standardizers(answerKey);
    const allWrong = wrong.map(({ standardize }) => standardize);
    // Two tests look at the same trials from two sides.
    const once = (asked: readonly Standardize[], beside: Beside, settings: TrialSettings) => {
      const key = `${beside.mayHold} ${asked.length} ${JSON.stringify(settings)}`;
      const found = known.get(key) ?? tried(tryAll, asked, beside, settings);
      known.set(key, found);
      return found;
    };
    const ofWrong = (settings: TrialSettings) => once(allWrong, { others: [right], mayHold: true }, settings);
    if (!subjects.includes(right)) return ofWrong(settings);
    // Of two subjects one is soon guessed, and then known again. So first the right one has to be found among all.
    const parade = await ofWrong({ seed: settings.seed, runs: ENOUGH_RUNS, shrink: false });
    if ('problem' in parade && settings.runs >= ENOUGH_RUNS) return parade;
    const untilBroken = { ...settings, untilBroken: true };
    return once(subjects as readonly Standardize[], { others: allWrong, mayHold: false }, untilBroken);
  };
}

interface Beside {
  /** One of them comes along: two that are alike would be known by that. */
  readonly others: readonly Standardize[];
  /** Whether all properties have to hold for each of them, or one of them has to reject it. */
  readonly mayHold: boolean;
}

async function tried(
  tryAll: TryAll,
  asked: readonly Standardize[],
  { others, mayHold }: Beside,
  settings: TrialSettings,
): Promise<Trials> {
  const { seed: secret, runs } = settings;
  const random = new Random(drawn(secret, 'order'));
  const beside = others[random.integer(0, others.length - 1)]!;
  const all = [...asked, beside];
  const order = [...random.shuffle(all.length)];
  const trials = readTrials(
    await tryAll(
      order.map((index) => all[index]!),
      // The private seed itself stays here, and nobody looks for the smallest data that breaks what is wrong anyway.
      { ...settings, seed: drawn(secret, 'data'), shrink: false, seconds: ENOUGH_SECONDS },
    ),
    order.length,
  );
  if ('problem' in trials) return trials;
  const { properties } = trials;
  const of = (each: (typeof properties)[number], index: number) => each.trials[order.indexOf(index)]!;
  const isRight = properties.every((each) => of(each, asked.length).held) === mayHold;
  if (!isRight && runs >= ENOUGH_RUNS) return { problem: mayHold ? TOO_STRICT : NOT_SEEN };
  return {
    properties: properties.map((each) => ({
      ...each,
      trials: asked.map((_, index) => of(each, index)),
    })),
  };
}

const TOO_STRICT = 'A right standardize was tried in between, and was rejected.';
const NOT_SEEN = 'A wrong standardize was tried in between, and every property held for it.';

function drawn(seed: number, purpose: string): number {
  return createHmac('sha256', String(seed)).update(purpose).digest().readInt32LE(0);
}

/** What came back, as far as it has the form of trials. */
function readTrials(trials: unknown, count: number): Trials {
  const nonsense = {
    problem: 'What came of trying the properties is no list of trials.',
  };
  if (!isRecord(trials)) return nonsense;
  const { problem, properties } = trials;
  if (typeof problem === 'string') return { problem: short(problem) };
  if (!Array.isArray(properties) || properties.length === 0) return nonsense;
  const read = properties.map((property: unknown) => {
    if (!isRecord(property) || typeof property['name'] !== 'string') return undefined;
    const list: unknown = property['trials'];
    if (!Array.isArray(list) || list.length !== count) return undefined;
    return { name: short(property['name']), trials: list.map(readTrial) };
  });
  const whole = read.filter((property) => property !== undefined);
  return whole.length === read.length ? { properties: whole } : nonsense;
}

function readTrial(trial: unknown): Trial {
  if (!isRecord(trial)) return { held: false, data: '' };
  const { held, data, threw } = trial;
  if (held === true) return { held };
  return {
    held: false,
    data: typeof data === 'string' ? short(data) : '',
    ...(typeof threw === 'string' ? { threw: short(threw) } : {}),
  };
}

const short = (text: string) => text.slice(0, MOST_CHARACTERS);
