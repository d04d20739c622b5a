import type { Canvas } from '#kit/charts';
import { useBackend } from '#kit/gpu';
import {
  articleCalls,
  raceCalls,
  reportOn,
  runArticle,
  runRace,
  type ArticleRace,
  type RaceFile,
  type RaceResult,
} from '#kit/race';
import { explained } from '#kit/words';
import { exitWith } from './arguments';
import { progressLine } from './progress-line';
import { articleContent } from './race-article';
import type { RaceContent } from './race-content';
import { raceUsage, readRaceOptions, type RaceOptions } from './race-options';
import { raceData } from './race-data';
import { renderRace } from './race-page';
import type { Pictures } from './race-pictures';
import { plainContent } from './race-plain';
import { functionsOn } from './shelf-functions';
import { columnCalls, shownColumn } from './shown-column';
import { thisTerminal } from './terminal';

await exitWith(async () => {
  const options = readRaceOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${raceUsage}\n`);
    return 0;
  }
  const { data, notes } = await raceData(options);
  useBackend(options.backend);
  // Standard output is for the object alone, whatever an exercise prints.
  if (options.json) console.log = console.error;
  process.setSourceMapsEnabled(true);
  try {
    return await race(options, { data, notes });
  } catch (error) {
    process.stderr.write(`${explained(error)}\n`);
    return 1;
  }
});

async function race(options: RaceOptions, file: RaceFile): Promise<number> {
  const line = progressLine();
  try {
    const raced = await (options.recipe === 'plain' ? plainRace : articleRace)(options, file, (what, share) =>
      line.show(`${what}  ${Math.floor(share * 100)} %`),
    );
    if (raced === undefined) return 1;
    const trouble = options.report === undefined ? undefined : await report(options.report, options, raced);
    line.clear();
    if (options.json) {
      for (const note of file.notes) process.stderr.write(`${note}\n`);
      process.stdout.write(`${JSON.stringify(reportOn(raced.race, options), null, 2)}\n`);
    } else {
      process.stdout.write(`${renderRace(raced.content, raced.race, thisTerminal())}\n`);
    }
    if (options.report === undefined) return 0;
    process.stderr.write(`${trouble ?? `The report is in ${options.report}.`}\n`);
    return trouble === undefined ? 0 : 1;
  } finally {
    line.clear();
  }
}

/** A race that was run, what is told about it, and how it is drawn. */
interface Raced {
  readonly race: RaceResult | ArticleRace;
  readonly content: RaceContent;
  pictures(draw: typeof import('./race-pictures'), canvas: Canvas): readonly Pictures[];
}
type Progress = (what: string, share: number) => void;

/** Loads what draws only now: it takes longer to load than the rest of the command. */
async function report(file: string, options: RaceOptions, raced: Raced): Promise<string | undefined> {
  const [{ writeReport }, draw] = await Promise.all([import('./race-report'), import('./race-pictures')]);
  return writeReport(file, { ...raced, options, pictures: (document) => raced.pictures(draw, { document }) });
}

/** @returns undefined, after a word about it, where functions are missing. */
async function plainRace(
  options: RaceOptions,
  { data, notes }: RaceFile,
  onProgress: Progress,
): Promise<Raced | undefined> {
  const { epochs, batch: batchSize, lr: learningRate, seed, shelf } = options;
  const instead = 'npm run race -- --shelf solutions';
  const functions = await functionsOn(shelf, raceCalls, { subject: 'The race', instead });
  if (functions === undefined) return undefined;
  const asked = options.report !== undefined;
  const forReport = { subject: 'The report', instead: `${instead} --report race.html` };
  const shown = asked ? await functionsOn(shelf, columnCalls, forReport) : undefined;
  if (asked && shown === undefined) return undefined;
  const race = await runRace(data, functions, {
    seed,
    batchSize,
    ...(epochs === undefined ? {} : { epochs }),
    ...(learningRate === undefined ? {} : { learningRate }),
    onProgress,
  });
  const column = shown === undefined ? undefined : await shownColumn(race, shown);
  return {
    race,
    content: plainContent(race, options, notes),
    pictures: ({ plainPictures }, canvas) =>
      column === undefined ? [] : plainPictures(race, column, canvas),
  };
}

/** @returns undefined, after a word about it, where functions are missing. */
async function articleRace(
  options: RaceOptions,
  { data, notes }: RaceFile,
  onProgress: Progress,
): Promise<Raced | undefined> {
  const { epochs, batch: batchSize, lr: peak, seed, shelf, weightDecay, wdSweep: sweepDecays } = options;
  const instead = 'npm run race -- --recipe article --shelf solutions';
  const functions = await functionsOn(shelf, articleCalls, { subject: 'The article’s recipe', instead });
  if (functions === undefined) return undefined;
  const race = await runArticle(data, functions, {
    seed,
    batchSize,
    sweepDecays,
    ...(epochs === undefined ? {} : { epochs }),
    ...(peak === undefined ? {} : { peak }),
    ...(weightDecay === undefined ? {} : { weightDecay }),
    onProgress,
  });
  return {
    race,
    content: articleContent(race, options, notes),
    pictures: ({ articlePictures }, canvas) => articlePictures(race, canvas),
  };
}
