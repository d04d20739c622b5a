import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { RaceReport } from '../../src/race';
import { slowness } from '../bench/slowness';
import { terminalRace } from './terminal-race';
import { useLab } from './use-lab';
import type { Visit } from './visit';

const lab = useLab((course) => course.solve());

/** The last validation loss of each arm, as `npm run race` has it; NaN for one that overflowed. */
async function lossesInTheTerminal(...args: string[]): Promise<Record<string, number>> {
  const { out, err } = await terminalRace(lab.course, [...args, '--json']);
  expect(err).toBe('');
  const { arms } = JSON.parse(out) as RaceReport;
  return Object.fromEntries(arms.map(({ name, epochs }) => [name, epochs.at(-1)?.validLoss ?? NaN]));
}

async function raceOnThePage(query: string): Promise<Visit> {
  const visit = await lab.visit(query);
  await visit.button('Run').click();
  await visit.raceIs('done');
  return visit;
}

describe('ends as in the terminal', () => {
  it('on cpu, to the last digit', async () => {
    const [visit, terminal] = await Promise.all([
      raceOnThePage('?rows=2000&epochs=3&lr=0.01&seed=3'),
      lossesInTheTerminal('--rows', '2000', '--epochs', '3', '--lr', '0.01', '--seed', '3'),
    ]);
    expect(await visit.losses()).toEqual(terminal);
  });

  it('on columns with scales of their own, with raw at its best rate', async () => {
    const [visit, terminal] = await Promise.all([
      raceOnThePage('?data=cars&epochs=5&lr=0.1&arms=normalized,raw,best'),
      lossesInTheTerminal('--data', 'cars', '--epochs', '5', '--lr', '0.1'),
    ]);
    const losses = await visit.losses();
    expect(Object.keys(losses)).toEqual(['normalized', 'raw', 'raw at its best rate']);
    expect(losses).toEqual(terminal);
  });

  it("on webasm, and with the article's recipe", async () => {
    const recipe = ['--recipe', 'article', '--rows', '2000', '--epochs', '3', '--backend', 'webasm'];
    const visit = await lab.visit('?rows=2000');
    await visit.button("The article's own recipe").click();
    await visit.control('Backend').selectOption('webasm');
    await visit.control('Rows').fill('2000');
    await visit.control('Epochs').fill('3');
    await visit.control('Epochs').blur();
    await visit.button('Run').click();
    const [{ normalized, raw }] = await Promise.all([lossesInTheTerminal(...recipe), visit.raceIs('done')]);
    expect(await visit.losses()).toMatchObject({ normalized, raw });
  });

  it('on webgl2, within a thousandth', async ({ skip }) => {
    const visit = await lab.visit('?rows=1000&epochs=1&lr=0.01');
    skip(!(await hasWebGL2(visit)), 'This Chromium has no WebGL2.');
    await visit.control('Backend').selectOption('webgl2');
    await visit.button('Run').click();
    const [terminal] = await Promise.all([
      lossesInTheTerminal('--rows', '1000', '--epochs', '1', '--lr', '0.01'),
      visit.raceIs('done'),
    ]);
    const losses = await visit.losses();
    expect(Object.keys(losses)).toEqual(Object.keys(terminal));
    for (const [arm, loss] of Object.entries(terminal)) {
      expect(Math.abs(losses[arm]! / loss - 1), arm).toBeLessThan(1e-3);
    }
  });
});

// Again where the machine was busy with something else.
it(
  "with the article's full data no task keeps the page from answering for 200 ms",
  { retry: 2, timeout: 120_000 },
  async () => {
    const visit = await lab.visit('?lr=0.001&epochs=3');
    visit.page.setDefaultTimeout(60_000);
    await visit.settles();
    await visit.forgetLongTasks();
    const before = slowness();
    await visit.button('Run').click();
    await visit.raceIs('done');
    const slower = Math.max(before, slowness());
    expect(await visit.page.locator('#race-losses').innerText()).toContain('normalized');
    expect(Math.max(0, ...(await visit.longTasks()))).toBeLessThan(200 * slower);
  },
);

it('the keyboard alone chooses data, moves the rate, and runs, pauses and steps the race', async () => {
  const visit = await lab.visit('?rows=300&batch=1&lr=0.01');
  const { keyboard } = visit.page;
  await visit.settles();
  await tabTo(visit, visit.control('Learning rate'));
  const before = Number(await visit.control('Learning rate, exact').inputValue());
  for (let press = 0; press < 4; press++) await keyboard.press('ArrowLeft');
  const after = Number(await visit.control('Learning rate, exact').inputValue());
  // A twentieth of a decade each.
  expect(Math.log10(before / after)).toBeCloseTo(0.2, 2);
  await tabTo(visit, visit.control('Data'));
  await keyboard.press('ArrowDown');
  expect(await visit.control('Data').inputValue()).toBe('cars');
  await expect.poll(() => visit.page.url()).toContain('data=cars');
  // Long enough to be met while it runs; other data has dropped the number of epochs.
  await tabTo(visit, visit.control('Epochs'));
  await keyboard.type('1000');
  await expect.poll(() => visit.page.url()).toContain('epochs=1000');
  await tabTo(visit, visit.button('Run'));
  await keyboard.press('Enter');
  await visit.raceIs('running');
  await tabTo(visit, visit.button('Pause'));
  await keyboard.press('Space');
  await visit.raceIs('paused');
  await tabTo(visit, visit.button('Step'));
  const status = visit.page.locator('#race-status');
  const drawn = await status.innerText();
  await keyboard.press('Enter');
  await visit.raceIs('paused');
  await expect.poll(() => status.innerText()).not.toBe(drawn);
  await tabTo(visit, visit.button('Go on'));
  await keyboard.press('Enter');
  await visit.raceIs('running');
});

it('goes on after a step that is still on its way', async () => {
  const visit = await lab.visit('?rows=300&batch=1&epochs=1000&lr=0.01');
  await visit.settles();
  await visit.button('Step').click();
  await visit.raceIs('paused');
  for (let round = 0; round < 3; round += 1) {
    // Both before anything can come back.
    await visit.page.evaluate(() => {
      document.querySelector<HTMLButtonElement>('#step')?.click();
      document.querySelector<HTMLButtonElement>('#pause')?.click();
    });
    await visit.page.waitForTimeout(300);
    await visit.raceIs('running');
    await visit.button('Pause').click();
    await visit.raceIs('paused');
  }
});

it('beyond the limit at the slider raw explodes, and normalized does not', async () => {
  const visit = await lab.visit('?rows=2000&epochs=3&lr=0.01');
  const { page } = visit;
  const slider = visit.control('Learning rate');
  const raw = await limitAt(visit, 'raw');
  const normalized = await limitAt(visit, 'normalized');
  expect(raw.rate).toBeLessThan(normalized.rate);
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  const height = box.y + box.height / 2;
  const between = ((await limitAt(visit, 'raw')).left + (await limitAt(visit, 'normalized')).left) / 2;
  await page.mouse.move(await thumb(slider), height);
  await page.mouse.down();
  await page.mouse.move(between, height, { steps: 5 });
  await page.mouse.up();
  const rate = Number(await visit.control('Learning rate, exact').inputValue());
  expect(rate).toBeGreaterThan(raw.rate);
  expect(rate).toBeLessThan(normalized.rate);
  await visit.button('Run').click();
  await visit.raceIs('done');
  const losses = await visit.losses();
  expect(losses['raw']).toBeNaN();
  expect(losses['normalized']).toBeLessThan(1);
});

async function limitAt({ page }: Visit, arm: 'raw' | 'normalized'): Promise<{ rate: number; left: number }> {
  const mark = page.locator(`#limits [data-limit="${arm}"]`);
  await mark.waitFor();
  const { x, width } = (await mark.boundingBox())!;
  return { rate: Number(await mark.getAttribute('data-value')), left: x + width / 2 };
}

/** Where the thumb of a slider is. */
async function thumb(slider: Locator): Promise<number> {
  return slider.evaluate((element) => {
    const { value, min, max } = element as HTMLInputElement;
    const { left, width } = element.getBoundingClientRect();
    return left + (width * (Number(value) - Number(min))) / (Number(max) - Number(min));
  });
}

/** Presses Tab until the control has the focus. @throws when Tab does not lead there */
async function tabTo({ page }: Visit, control: Locator): Promise<void> {
  await control.waitFor();
  for (let press = 0; press < 60; press++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(control)}.`);
}

async function hasWebGL2({ page }: Visit): Promise<boolean> {
  return page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
}
