/**
 * Pictures of the lab for somebody to look at: each section, and the whole page, at three widths, light and
 * dark: with every lesson done and a race run, with a blank course, and with all that can be wrong.
 *
 *   node --import tsx test/browser/screenshots.ts DIR
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../cli/sandbox';
import { openChromium } from './chromium';
import { Lab } from './lab';
import { atOnce, sections, Visit } from './visit';

const [folder = 'screenshots'] = process.argv.slice(2);
const widths = [1280, 768, 390];
const themes = ['light', 'dark'] as const;

mkdirSync(folder, { recursive: true });
const browser = await openChromium();
try {
  await look('done', (course) => course.solve(), '?rows=2000&epochs=5&lr=0.1', raced);
  await look(
    'blank',
    () => undefined,
    '',
    async () => undefined,
  );
  await look('wrong', broken, '?data=file&lr=fast&colour=red', spoiled);
  await look('outlines', () => undefined, '?rows=2000&epochs=5&lr=0.1', outlined);
} finally {
  await browser.close();
}

async function look(
  name: string,
  prepare: (course: Sandbox) => void,
  query: string,
  act: (visit: Visit) => Promise<unknown>,
): Promise<void> {
  const course = new Sandbox();
  prepare(course);
  const lab = await Lab.start(course);
  try {
    for (const colorScheme of themes) {
      const context = await browser.newContext({ colorScheme, viewport: { width: widths[0]!, height: 900 } });
      const visit = await Visit.begin(context, lab.address, query);
      await visit.settles();
      await act(visit);
      await visit.settles();
      for (const width of widths) {
        await visit.page.setViewportSize({ width, height: 900 });
        await visit.page.waitForTimeout(500);
        const file = (what: string) => join(folder, `${name}-${what}-${width}-${colorScheme}.png`);
        await visit.page.screenshot({ path: file('page'), fullPage: true });
        if (act !== raced) continue;
        await visit.page.locator('#controls').screenshot({ path: file('controls') });
        for (const id of sections) await visit.section(id).screenshot({ path: file(id) });
      }
      for (const complaint of visit.complaints) console.log(`${name}, ${colorScheme}: ${complaint}`);
      await context.close();
    }
  } finally {
    await lab.stop();
    course.dispose();
  }
}

async function raced(visit: Visit): Promise<void> {
  await visit.button('Run').click();
  await visit.raceIs('done');
}

function broken(course: Sandbox): void {
  course.solve();
  const file = 'lessons/07-gradient-step/exercise.ts';
  course.write(file, course.read(file).replace('return prediction - targets[', 'return guess - targets['));
}

/** First without a file, then with one that is none, and with entries that make no sense. */
async function spoiled(visit: Visit): Promise<void> {
  await visit.control('Data').selectOption('cars');
  await visit.sees('landscape', 'failed');
  await visit.control('Your CSV file').setInputFiles({
    name: 'table.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a,b\n1,lots\n'),
  });
  await visit.page.locator('#notes p').waitFor();
  await visit.control('raw').uncheck();
  await visit.control('normalized').uncheck();
  for (const label of ['Batch size', 'Rows', 'Learning rate, exact']) {
    await visit.control(label).fill('0');
    await visit.control(label).blur();
  }
}

async function outlined(visit: Visit): Promise<void> {
  for (const id of [...atOnce, 'race'] as const) {
    await visit.section(id).getByRole('button', { name: 'Show the solution’s picture' }).click();
    await visit.sees(id, 'outline');
  }
  await visit.raceIs('done');
}
