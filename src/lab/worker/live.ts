import { backend } from '#kit/gpu';
import {
  articleCalls,
  articleLosses,
  liveVerdict,
  raceCalls,
  recipeNeeds,
  runLive,
  type ArticleFunctions,
  type Calls,
  type LiveStart,
  type RaceData,
} from '#kit/race';
import type { Answer, Job, RaceStart, Trouble } from '../messages';
import { armsOf, type Settings } from '../settings';
import { chosenData } from './data';
import { functionsFor, troubleOf } from './exercises';
import type { Gate } from './gate';
import { ArmWatch, type Tracking } from './arm-watch';

type Say = (answer: Answer) => void;

/** Runs the race that is chosen, and tells of it as it goes. */
export async function race(job: Job, gate: Gate, say: Say): Promise<void> {
  try {
    await run(job, gate, say);
  } catch (error) {
    say({ type: 'race trouble', trouble: troubleOf(error) });
  }
}

/** What would keep the race from running, or its weights from being tracked. */
export async function raceTrouble(job: Job): Promise<{ race?: Trouble; weights?: Trouble }> {
  const race = await functionsFor(job.shelf, callsFor(job.settings)).then(() => undefined, troubleOf);
  const tracking = await trackingOn(job);
  return {
    ...(race === undefined ? {} : { race }),
    ...('untracked' in tracking ? { weights: tracking.untracked } : {}),
  };
}

async function run(job: Job, gate: Gate, say: Say): Promise<void> {
  const { settings } = job;
  const { optimizer, schedule } = settings;
  const recipe = { optimizer, schedule, weightDecay: optimizer === 'adam' ? settings.decay : 0 };
  const functions = await functionsFor(job.shelf, callsFor(settings));
  const { data } = await chosenData(job);
  const tracking = await trackingOn(job);
  let start: LiveStart | undefined;
  let watch: ArmWatch | undefined;
  const begun = (name: ArmWatch['name']) => {
    if (start === undefined) throw new RangeError('An arm begins once the race has started.');
    return new ArmWatch(name, start, functions, 'untracked' in tracking ? undefined : tracking);
  };
  const breathe = () =>
    gate.passed(() => watch && say({ type: 'race progress', progress: watch.news(gate) }));

  const { arms, start: started } = await runLive(
    data,
    functions,
    {
      seed: settings.seed,
      batchSize: settings.batch,
      ...(settings.epochs === undefined ? {} : { epochs: settings.epochs }),
      recipe: { ...recipe, ...(settings.rate === undefined ? {} : { learningRate: settings.rate }) },
      arms: armsOf(settings),
    },
    {
      async started(known) {
        start = known;
        say({ type: 'race started', start: told(known, { data, settings, tracking }) });
        await gate.open();
      },
      async begun(name) {
        watch = begun(name);
        gate.begin();
      },
      stepped(_, moment) {
        if (watch?.isOver(moment)) watch = watch.again();
        const seen = watch?.see(moment);
        return seen === undefined ? breathe() : seen.then(breathe);
      },
      tried(_, share) {
        watch?.search(share);
        return breathe();
      },
      async ended(arm) {
        if (watch === undefined) return;
        say({ type: 'race progress', progress: watch.news(gate) });
        say({
          type: 'arm ended',
          ended: {
            arm: arm.name,
            learningRate: arm.learningRate,
            loss: arm.epochs.at(-1)?.validLoss ?? NaN,
            diverged: arm.diverged,
            stepsPerSecond: gate.stepsPerSecond,
            epochs: arm.epochs.map(({ epoch, validLoss }) => ({ epoch, validLoss })),
          },
        });
      },
    },
  );
  const words = liveVerdict({ recipe, start: started, arms });
  say({ type: 'race ended', words: words === '' ? [] : [words] });
}

/** What a race needs: the same as in the terminal, and what its steps are made of. */
function callsFor(settings: Settings): Calls<ArticleFunctions> {
  const needed = [...Object.keys(raceCalls), ...recipeNeeds(settings)];
  const calls = Object.entries(articleCalls).filter(([name]) => needed.includes(name));
  // The one cast: what the recipe does not need it does not call.
  return Object.fromEntries(calls) as unknown as Calls<ArticleFunctions>;
}

/** Lesson 11 keeps track. A race goes on without it. */
async function trackingOn({ shelf }: Job): Promise<Tracking | { readonly untracked: Trouble }> {
  const { createTracker, toStandardUnits } = articleCalls;
  try {
    return await functionsFor<Tracking>(shelf, { createTracker, toStandardUnits });
  } catch (error) {
    return { untracked: troubleOf(error) };
  }
}

/** What a race begins with. */
interface Begun {
  readonly data: RaceData;
  readonly settings: Settings;
  readonly tracking: Tracking | { readonly untracked: Trouble };
}

function told(start: LiveStart, { data, settings, tracking }: Begun): RaceStart {
  const { learningRate, epochs, steps, stepsAnEpoch } = start;
  const article = printed(start, data, settings);
  return {
    target: data.target,
    learningRate,
    epochs,
    steps,
    stepsAnEpoch,
    backend: backend(),
    ...('untracked' in tracking ? tracking : truthOf(start, data, tracking)),
    ...(article === undefined ? {} : { article }),
  };
}

function truthOf(
  { prepared }: LiveStart,
  { truth }: RaceData,
  { toStandardUnits }: Tracking,
): Pick<RaceStart, 'truth'> {
  if (truth === undefined) return {};
  return { truth: { raw: truth, standard: toStandardUnits(truth, prepared.standardizer) } };
}

/** What the article printed, where this is its run. */
function printed(
  { learningRate: peak, epochs }: LiveStart,
  data: RaceData,
  { optimizer, schedule, batch: batchSize, decay: weightDecay }: Settings,
): RaceStart['article'] {
  if (optimizer !== 'adam' || schedule !== 'one-cycle') return undefined;
  return articleLosses({ data: data.name, rows: data.x.rows, epochs, batchSize, peak, weightDecay });
}
