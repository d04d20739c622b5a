import { fileURLToPath } from 'node:url';
import { fileOn, lessonWith, loadShelf, ShelfError, type Shelf } from '#kit/course';
import { KernelError, useBackend } from '#kit/gpu';
import {
  dataSetNames,
  loadDataSet,
  raceFunctionNames,
  rehearse,
  reportOn,
  runRace,
  someRows,
  type RaceFunctions,
} from '#kit/race';
import { runCommand, UsageError } from './arguments';
import { progressLine } from './progress-line';
import { readRaceFile, type RaceFile } from './race-file';
import { raceUsage, readRaceOptions, type RaceOptions } from './race-options';
import { renderRace } from './race-page';
import { thisTerminal } from './terminal';

/** The folder in which run.mjs has put this command, and beside it the rooms that lessons import. */
const rooms = fileURLToPath(new URL('.', import.meta.url));

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
    const functions = await functionsOn(options.shelf);
    return functions === undefined ? 1 : await race(options, { data, notes }, functions);
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

/** The functions of a shelf; undefined, after a word about it, where some are not written yet. */
async function functionsOn(shelf: Shelf): Promise<RaceFunctions | undefined> {
  // The one cast: a file that is read at run time has no types. The suites of the lessons hold them to it.
  const functions = (await loadShelf(shelf, raceFunctionNames, rooms)) as unknown as RaceFunctions;
  const missing = await rehearse(functions);
  if (missing.length === 0) return functions;
  const lines = missing.map((exercise) => {
    const lesson = lessonWith(exercise);
    return `  ${exercise.padEnd(18)}${lesson === undefined ? '' : fileOn(shelf, lesson)}`;
  });
  process.stderr.write(
    [
      'The race runs on your own functions, and these are not written yet:',
      '',
      ...lines,
      '',
      'npm test says where to go on. To see the race before that:',
      '',
      '  npm run race -- --shelf solutions',
      '',
    ].join('\n'),
  );
  return undefined;
}

async function race(
  { epochs, batch, lr, seed, backend, shelf, recipe, json }: RaceOptions,
  { data, notes }: RaceFile,
  functions: RaceFunctions,
): Promise<number> {
  const line = progressLine();
  try {
    const result = await runRace(data, functions, {
      seed,
      batchSize: batch,
      ...(epochs === undefined ? {} : { epochs }),
      ...(lr === undefined ? {} : { learningRate: lr }),
      onProgress: (arm, share) => line.show(`${arm}  ${Math.floor(share * 100)} %`),
    });
    line.clear();
    const report = reportOn(result, { recipe, backend, shelf });
    if (json) {
      for (const note of notes) process.stderr.write(`${note}\n`);
      process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    } else {
      process.stdout.write(`${renderRace(result, report, notes, thisTerminal())}\n`);
    }
    return 0;
  } finally {
    line.clear();
  }
}

/** What went wrong in an exercise, and in which line; without a stack. */
function explained(error: unknown): string {
  if (!(error instanceof Error)) return `An exercise threw ${String(error)}.`;
  if (error instanceof KernelError || error instanceof ShelfError) return error.message;
  const [, file, line] =
    /((?:lessons|solutions)\/[^/\s]+\/[^\s():]+):(\d+):\d+/.exec(error.stack ?? '') ?? [];
  const where = file === undefined ? '' : `\n${file}, line ${line}`;
  return `${error.name}: ${error.message}${where}`;
}
