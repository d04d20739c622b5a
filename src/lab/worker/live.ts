import { articleFigures } from '#kit/data';
import { backend } from '#kit/gpu';
import {
  articleCalls,
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
import { ArmWatch, type Tracker } from './arm-watch';

type Say = (answer: Answer) => void;
type TrackFunctions = Pick<ArticleFunctions, 'createTracker' | 'toStandardUnits'>;

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
    return new ArmWatch(name, start, functions, 'tracker' in tracking ? tracking.tracker() : undefined);
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
        say({ type: 'race started', start: told(known, data, settings, tracking) });
        await gate.open();
      },
      async begun(name) {
        watch = begun(name);
        gate.begin();
      },
      stepped(_, moment) {
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
async function trackingOn({ shelf }: Job): Promise<{ tracker: () => Tracker } | { untracked: Trouble }> {
  const { createTracker, toStandardUnits } = articleCalls;
  try {
    const functions = await functionsFor<TrackFunctions>(shelf, { createTracker, toStandardUnits });
    return { tracker: () => functions.createTracker() };
  } catch (error) {
    return { untracked: troubleOf(error) };
  }
}

function told(
  { learningRate, epochs, steps, stepsAnEpoch }: LiveStart,
  data: RaceData,
  settings: Settings,
  tracking: object,
): RaceStart {
  const isArticles =
    data.name === 'article' &&
    data.x.rows === 200_000 &&
    settings.optimizer === 'adam' &&
    settings.schedule === 'one-cycle' &&
    settings.decay === 0.01 &&
    settings.batch === 64 &&
    learningRate === 10 &&
    epochs === 10;
  return {
    target: data.target,
    learningRate,
    epochs,
    steps,
    stepsAnEpoch,
    backend: backend(),
    ...(data.truth === undefined ? {} : { truth: data.truth }),
    ...('untracked' in tracking ? { untracked: tracking.untracked as Trouble } : {}),
    ...(isArticles
      ? { article: { normalized: articleFigures.normalizedLosses, raw: articleFigures.rawLosses } }
      : {}),
  };
}
