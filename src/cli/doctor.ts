import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { canRun, doctorPage } from './doctor/doctor-page';
import { examine } from './doctor/examination';
import { progressLine } from './progress-line';
import { thisTerminal } from './terminal';

const usage = `npm run doctor                 whether the course can run on this machine, and what to
                               do about what is not right
npm run doctor -s -- --json    the same as one JSON object`;

await runCommand(usage, { json: flag }, async ({ values, positionals }) => {
  if (positionals.length > 0) throw new UsageError(usage);
  // Standard output is for the object alone, whatever an exercise prints.
  if (values.json) console.log = console.error;
  const line = progressLine();
  const findings = await examine((name) => line.show(`Looking at: ${name}`));
  line.clear();
  writeAnswer(
    values.json,
    () => ({ canRun: canRun(findings), findings }),
    () => doctorPage(findings, thisTerminal()),
  );
  return canRun(findings) ? 0 : 1;
});
