import { runCommand } from './arguments';
import { areBrowserPackagesInstalled, installBrowserPackages } from './browser-packages';
import { findChromium } from './doctor/chromium';
import { runProjects } from './run-projects';
import { thisTerminal } from './terminal';
import { typeErrors } from './type-errors';

const usage = `npm run verify:browser     what must hold of the lab, in Chromium or Chrome`;

const needsChromium =
  'These tests need Chromium or Chrome. Install it (on Debian and Ubuntu: apt-get install chromium), or put ' +
  'the path of one into CHROMIUM_PATH.';

await runCommand(usage, {}, async () => {
  if (findChromium(process.env, process.platform) === undefined) {
    const asked = process.env['CHROMIUM_PATH'];
    return refuse(
      asked === undefined
        ? needsChromium
        : `CHROMIUM_PATH is ${asked}, which cannot be run. ${needsChromium}`,
    );
  }
  if (!areBrowserPackagesInstalled()) {
    process.stdout.write('Installing the packages of test/browser\n');
    const complaint = installBrowserPackages();
    if (complaint !== '') return refuse(complaint);
  }
  const { colour } = thisTerminal();
  const errors = await typeErrors('test/browser/tsconfig.json');
  process.stdout.write(
    errors === ''
      ? `${colour.green('✓')} types of test/browser\n`
      : `${colour.red('✗')} types of test/browser\n${errors}\n`,
  );
  const typed = errors === '';
  const tests = await runProjects('browser');
  const failed = tests.failed + (typed ? 0 : 1);
  process.stdout.write(`\n${tests.passed.length + (typed ? 1 : 0)} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});

function refuse(words: string): number {
  process.stderr.write(`${words}\n`);
  return 1;
}
