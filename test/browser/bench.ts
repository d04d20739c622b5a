/**
 * How long the race at the article's full size takes in the page, with every lesson done by its solution, and
 * how long the page does not answer meanwhile. Needs what `npm run verify:browser` installs.
 *
 *   npm run bench:lab [-- --json]
 */
import { Sandbox } from '../cli/sandbox';
import { median } from '../bench/median';
import { openChromium } from './chromium';
import { Lab } from './lab';
import { Visit } from './visit';

const ROUNDS = 5;
const races = {
  'plain descent': '?lr=0.001',
  "the article's recipe": '?optimizer=adam&schedule=one-cycle&lr=10&decay=0.01',
};

const course = new Sandbox();
course.solve();
const [lab, browser] = await Promise.all([Lab.start(course), openChromium()]);
try {
  for (const [name, query] of Object.entries(races)) {
    const seconds: number[] = [];
    const longest: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const visit = await Visit.begin(await browser.newContext(), lab.address, query);
      await visit.settles();
      await visit.forgetLongTasks();
      const begun = performance.now();
      await visit.button('Run').click();
      visit.page.setDefaultTimeout(120_000);
      await visit.raceIs('done');
      seconds.push((performance.now() - begun) / 1000);
      longest.push(Math.max(0, ...(await visit.longTasks())));
      await visit.page.context().close();
    }
    report(name, median(seconds), Math.max(...longest));
  }
} finally {
  await browser.close();
  await lab.stop();
  course.dispose();
}

function report(race: string, seconds: number, longestTask: number): void {
  console.log(
    process.argv.includes('--json')
      ? JSON.stringify({ race, seconds, longestTaskMilliseconds: longestTask })
      : `${race.padEnd(22)}${seconds.toFixed(2)} s (limit 10), longest task ${longestTask.toFixed(0)} ms (limit 200)`,
  );
}
