/**
 * Pictures of the lab for somebody to look at: each section, and the whole page, at three widths, light and
 * dark; once with every lesson done and a race run, once with a blank course.
 *
 *   node --import tsx test/browser/screenshots.ts DIR
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../cli/sandbox';
import { openChromium } from './chromium';
import { Lab } from './lab';
import { sections, Visit } from './visit';

const [folder = 'screenshots'] = process.argv.slice(2);
const widths = [1280, 768, 390];
const themes = ['light', 'dark'] as const;

mkdirSync(folder, { recursive: true });
const browser = await openChromium();
try {
  await look('done', (course) => course.solve(), '?rows=2000&epochs=5&lr=0.1', true);
  await look('blank', () => undefined, '', false);
} finally {
  await browser.close();
}

async function look(name: string, prepare: (course: Sandbox) => void, query: string, races: boolean) {
  const course = new Sandbox();
  prepare(course);
  const lab = await Lab.start(course);
  try {
    for (const colorScheme of themes) {
      const context = await browser.newContext({ colorScheme, viewport: { width: widths[0]!, height: 900 } });
      const visit = await Visit.begin(context, lab.address, query);
      await visit.settles();
      if (races) {
        await visit.button('Run').click();
        await visit.raceIs('done');
        await visit.settles();
      }
      for (const width of widths) {
        await visit.page.setViewportSize({ width, height: 900 });
        await visit.page.waitForTimeout(500);
        const file = (what: string) => join(folder, `${name}-${what}-${width}-${colorScheme}.png`);
        await visit.page.screenshot({ path: file('page'), fullPage: true });
        if (!races) continue;
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
