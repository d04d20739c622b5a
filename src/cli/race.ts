import { useBackend } from '#kit/gpu';
import {
  articleCalls,
  dataSetNames,
  loadDataSet,
  raceCalls,
  reportOn,
  runArticle,
  runRace,
  someRows,
} from '#kit/race';
import { runCommand, UsageError } from './arguments';
import { progressLine } from './progress-line';
import { renderArticle } from './race-article-page';
import { readRaceFile, type RaceFile } from './race-file';
import { raceUsage, readRaceOptions, type RaceOptions } from './race-options';
import { renderRace } from './race-page';
import { explained, functionsOn } from './shelf-functions';
import { thisTerminal, type Terminal } from './terminal';

await runCommand(async () => {
  const options = readRaceOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(`${raceUsage}\n`);
    return 0;
  }
  const { data, notes } = await loadData(options);
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

async function loadData(options: RaceOptions): Promise<RaceFile> {
  const { data: name, seed, rows, target } = options;
  try {
    if (dataSetNames.includes(name)) return { data: await loadDataSet(name, seed, rows), notes: [] };
    const file = readRaceFile(name, target);
    return { ...file, data: someRows(file.data, rows ?? file.data.x.rows, seed) };
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

async function race(options: RaceOptions, file: RaceFile): Promise<number> {
  const line = progressLine();
  try {
    const raced = await (options.recipe === 'plain' ? plainRace : articleRace)(options, file, (what, share) =>
      line.show(`${what}  ${Math.floor(share * 100)} %`),
    );
    if (raced === undefined) return 1;
    line.clear();
    if (options.json) {
      for (const note of file.notes) process.stderr.write(`${note}\n`);
      process.stdout.write(`${JSON.stringify(raced.report, null, 2)}\n`);
    } else {
      process.stdout.write(`${raced.page(thisTerminal())}\n`);
    }
    return 0;
  } finally {
    line.clear();
  }
}

/** A race that was run, as an object and as a page. */
interface Raced {
  readonly report: ReturnType<typeof reportOn>;
  page(terminal: Terminal): string;
}
type Progress = (what: string, share: number) => void;

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
  const result = await runRace(data, functions, {
    seed,
    batchSize,
    ...(epochs === undefined ? {} : { epochs }),
    ...(learningRate === undefined ? {} : { learningRate }),
    onProgress,
  });
  const report = reportOn(result, options);
  return { report, page: (terminal) => renderRace(result, report, notes, terminal) };
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
  const result = await runArticle(data, functions, {
    seed,
    batchSize,
    sweepDecays,
    ...(epochs === undefined ? {} : { epochs }),
    ...(peak === undefined ? {} : { peak }),
    ...(weightDecay === undefined ? {} : { weightDecay }),
    onProgress,
  });
  const report = reportOn(result, options);
  return { report, page: (terminal) => renderArticle(result, report, notes, terminal) };
}
