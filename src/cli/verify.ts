import { listLessons, listMisconceptions } from '#kit/course';
import { runCommand } from './arguments';
import { complaintOf } from './complaint-of';
import { runProjects } from './run-projects';
import { thisTerminal } from './terminal';
import { typeErrors } from './type-errors';

const usage = `npm run verify     everything that must hold before a change is shared: format, lint, types,
                   figures, import rules, the kit's tests, and the gates over all shelves`;

/** A check with nothing to show for itself but its complaint. */
interface Check {
  readonly name: string;
  /** The complaint, or '' when the check holds. */
  run(): Promise<string>;
}

const checks: readonly Check[] = [
  { name: 'format', run: () => complaintOf('npx', '--no-install', 'prettier', '--check', '.') },
  { name: 'lint', run: () => complaintOf('npx', '--no-install', 'oxlint') },
  { name: 'types of the kit', run: () => typeErrors('tsconfig.json') },
  { name: 'types of the lessons', run: () => typeErrors('lessons/tsconfig.json') },
  { name: 'figures', run: () => complaintOf(process.execPath, 'src/cli/run.mjs', 'figures', '--check') },
];

await runCommand(usage, {}, async () => {
  const { colour } = thisTerminal();
  let [passed, failed] = [0, 0];
  // One waits for the processor while another one waits for the disk.
  const running = checks.map(({ name, run }) => ({ name, complaining: run() }));
  for (const { name, complaining } of running) {
    const complaint = await complaining;
    if (complaint === '') passed += 1;
    else failed += 1;
    process.stdout.write(
      complaint === '' ? `${colour.green('✓')} ${name}\n` : `${colour.red('✗')} ${name}\n${complaint}\n`,
    );
  }
  // The kit's own tests, the import rules and the gates.
  const tests = await runProjects('kit', 'rooms');
  const named = tests.passed.filter(({ name, file }) => isGate(file) && name.endsWith(' is named')).length;
  const lessons = listLessons();
  const misconceptions = lessons.flatMap(listMisconceptions).length;
  process.stdout.write(
    `\n${lessons.length} lessons, ${misconceptions} misconceptions: ${named} of them are named to a learner who makes them\n${passed + tests.passed.length} passed, ${failed + tests.failed} failed\n`,
  );
  return failed + tests.failed === 0 ? 0 : 1;
});

function isGate(file: string): boolean {
  return file.endsWith('/gates/diagnosis.test.ts');
}
