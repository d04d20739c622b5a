// Runs a command of this folder: `node src/cli/run.mjs test 03` runs test.ts. What it runs on needs the
// packages and a Node of today, so that is looked at first. Whoever lacks one of them is told so in a
// sentence: this file is to load on every Node that knows modules at all, so it stays with old words.
import { whatIsMissing } from './what-is-missing.mjs';

const missing = whatIsMissing();
if (missing === undefined) {
  import('./run-bundled.mjs');
} else {
  process.stderr.write(missing + '\n');
  process.exitCode = 1;
}
