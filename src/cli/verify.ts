import { spawnSync } from 'node:child_process';
import { startVitest } from 'vitest/node';
import { listLessons, listMisconceptions, root } from '#kit/course';
import { readArguments, runCommand } from './arguments';
import { thisTerminal } from './terminal';
import { typeErrors } from './type-errors';

const usage = `npm run verify     everything that must hold before a change is shared: format, lint, types,
                   figures, import rules, the kit's tests, and the gates over all shelves`;

/** A check with nothing to show for itself but its complaint. */
interface Check {
  readonly name: string;
  /** The complaint, or '' when the check holds. */
  run(): string;
}

const checks: readonly Check[] = [
  { name: 'format', run: () => complaintOf('npx', '--no-install', 'prettier', '--check', '.') },
  { name: 'lint', run: () => complaintOf('npx', '--no-install', 'oxlint') },
  { name: 'types of the kit', run: () => typeErrors('tsconfig.json') },
  { name: 'types of the lessons', run: () => typeErrors('lessons/tsconfig.json') },
  { name: 'figures', run: () => complaintOf(process.execPath, 'src/cli/run.mjs', 'figures', '--check') },
];

await runCommand(async () => {
  readArguments({}, usage);
  const { colour } = thisTerminal();
  let [passed, failed] = [0, 0];
  for (const { name, run } of checks) {
    const complaint = run();
    if (complaint === '') passed += 1;
    else failed += 1;
    process.stdout.write(
      complaint === '' ? `${colour.green('✓')} ${name}\n` : `${colour.red('✗')} ${name}\n${complaint}\n`,
    );
  }
  const tests = await runKitTests();
  const lessons = listLessons();
  const misconceptions = lessons.flatMap(listMisconceptions).length;
  process.stdout.write(
    `\n${lessons.length} lessons, ${misconceptions} misconceptions: ${tests.named} of them are named to a learner who makes them\n${passed + tests.passed} passed, ${failed + tests.failed} failed\n`,
  );
  return failed + tests.failed === 0 ? 0 : 1;
});

/** What a command says when it fails. */
function complaintOf(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? '' : `${stdout}${stderr}`.trim() || `${command} ended with ${status}`;
}

/** The kit's own tests, the import rules and the gates: vitest's project `kit`. */
async function runKitTests(): Promise<{ passed: number; failed: number; named: number }> {
  const vitest = await startVitest('test', [], {
    root,
    project: ['kit'],
    watch: false,
    reporters: ['default'],
  });
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  const broken = vitest.state.getTestModules().filter((module) => module.errors().length > 0).length;
  const errors = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  const passing = tests.filter((test) => test.result().state === 'passed');
  return {
    passed: passing.length,
    named: passing.filter(({ module, name }) => isGate(module.moduleId) && name.endsWith(' is named')).length,
    failed: tests.filter((test) => test.result().state === 'failed').length + broken + errors,
  };
}

function isGate(file: string): boolean {
  return file.endsWith('/gates/diagnosis.test.ts');
}
