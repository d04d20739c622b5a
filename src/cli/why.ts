import { useBackend } from '#kit/gpu';
import { measureWhy, whyCalls, whyReport } from '#kit/race';
import { explained } from '#kit/words';
import { runCommand, writeAnswer } from './arguments';
import { progressLine } from './progress-line';
import { functionsOn } from './shelf-functions';
import { thisTerminal } from './terminal';
import { readWhyOptions, whyCommandOptions, whyUsage, type WhyOptions } from './why-options';
import { renderWhy } from './why-page';

await runCommand(whyUsage, whyCommandOptions, async (called) => {
  const options = readWhyOptions(called);
  useBackend(options.backend);
  // Standard output is for the object alone, whatever an exercise prints.
  if (options.json) console.log = console.error;
  process.setSourceMapsEnabled(true);
  try {
    return await why(options);
  } catch (error) {
    process.stderr.write(`${explained(error)}\n`);
    return 1;
  }
});

async function why({ rows, seed, backend, shelf, json }: WhyOptions): Promise<number> {
  const words = { subject: 'The explanation', instead: 'npm run why -- --shelf solutions' };
  const functions = await functionsOn(shelf, whyCalls, words);
  if (functions === undefined) return 1;
  const line = progressLine();
  try {
    const measured = await measureWhy(functions, { rows, seed, onProgress: line.show });
    line.clear();
    const report = whyReport(measured, { backend, shelf });
    writeAnswer(
      json,
      () => report,
      () => renderWhy(report, thisTerminal()),
    );
    return 0;
  } finally {
    line.clear();
  }
}
