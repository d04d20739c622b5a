import axe, { type AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { useLab } from './use-lab';
import { atOnce, sections, type Section, type Visit } from './visit';

const descent = 'lessons/07-gradient-step/exercise.ts';
const afterARace = ['race', 'weights'] as const;

describe('with every lesson done', () => {
  const lab = useLab((course) => course.solve());

  it('distribution, landscape, finder and schedule are drawn, and after a race all six', async () => {
    const visit = await lab.visit('?rows=500&epochs=2&lr=0.1');
    for (const section of atOnce) {
      await visit.sees(section, 'ready');
      await expectDrawn(visit, section);
    }
    for (const section of afterARace) await visit.sees(section, 'waiting');
    await visit.button('Run').click();
    await visit.raceIs('done');
    for (const section of afterARace) {
      await visit.sees(section, 'ready');
      await expectDrawn(visit, section);
    }
  });

  it('axe finds no serious fault, however wide, light or dark', { timeout: 120_000 }, async () => {
    const visit = await lab.visit('?rows=500&epochs=2&lr=0.1');
    await visit.button('Run').click();
    await visit.raceIs('done');
    await visit.settles();
    // Something wrong in the form as well.
    await visit.control('Batch size').fill('0');
    await visit.control('Batch size').blur();
    await expectNoFaults(visit, [1280, 768, 390]);
  });

  it('axe finds none where an exercise is broken', async () => {
    const before = lab.course.read(descent);
    lab.course.write(
      descent,
      before.replace('export async function residuals', "throw new Error('Not today.');\n$&"),
    );
    try {
      const visit = await lab.visit('?rows=500&epochs=2&lr=0.1');
      await visit.sees('landscape', 'failed');
      await expectNoFaults(visit, [1280]);
    } finally {
      lab.course.write(descent, before);
    }
  });
});

describe('on a blank course', () => {
  const lab = useLab();

  it("every section names its lesson, shows the solution's picture in outline when asked, and hides it; axe finds no serious fault", async () => {
    const visit = await lab.visit('?rows=500&epochs=2&lr=0.1');
    for (const section of sections) {
      await visit.sees(section, 'closed');
      expect(await visit.section(section).locator('.closed').innerText()).toMatch(/npm start \d\d/);
    }
    await expectNoFaults(visit, [1280]);
    const show = async (section: Section) => {
      await visit.section(section).getByRole('button', { name: 'Show the solution’s picture' }).click();
      await visit.sees(section, 'outline');
    };
    for (const section of sections) {
      const place = visit.section(section);
      await show(section);
      expect(await place.locator('figure.outline').innerText()).toContain('from the solution');
      await expectDrawn(visit, section);
      await place.getByRole('button', { name: 'Hide it' }).click();
      await visit.sees(section, 'closed');
      expect(await place.locator('figure.outline').count()).toBe(0);
    }
    // The race's shows that of the weights as well.
    for (const section of [...atOnce, 'race'] as const) await show(section);
    await visit.raceIs('done');
    await expectNoFaults(visit, [768]);
  });

  it('once everything is written the race can run, also where its outline was shown meanwhile', async () => {
    const visit = await lab.visit('?rows=500&epochs=1&lr=0.1');
    const race = visit.section('race');
    await visit.sees('race', 'closed');
    expect(await visit.button('Run').isDisabled()).toBe(true);
    await race.getByRole('button', { name: 'Show the solution’s picture' }).click();
    await visit.sees('race', 'outline');
    lab.course.solve();
    await visit.sees('landscape', 'ready');
    await race.getByRole('button', { name: 'Hide it' }).click();
    await visit.sees('race', 'waiting');
    expect(await race.innerText()).not.toContain('not written yet');
    await visit.button('Run').click();
    await visit.sees('race', 'ready');
  });
});

/** A picture with something in it, large enough to be seen, that says in words what it shows. */
async function expectDrawn(visit: Visit, section: (typeof sections)[number]): Promise<void> {
  const picture = visit.section(section).locator('figure svg.common-scale-picture').first();
  // At the end of a race it may just be drawn anew.
  await expect.poll(async () => (await picture.boundingBox())?.width).toBeGreaterThan(200);
  await expect.poll(async () => (await picture.boundingBox())?.height).toBeGreaterThan(100);
  expect(await picture.locator('path, circle, rect, line').count()).toBeGreaterThan(3);
  const spoken =
    (await picture.getAttribute('aria-label')) ??
    (await picture.locator('title, desc').allInnerTexts()).join();
  expect(spoken).not.toBe('');
}

/** Light at each width, and dark at the last: colours do not depend on it. */
async function expectNoFaults(visit: Visit, widths: readonly number[]): Promise<void> {
  for (const width of widths) {
    await visit.page.setViewportSize({ width, height: 900 });
    await expectNone('light', width);
  }
  await expectNone('dark', widths.at(-1) ?? 0);

  async function expectNone(colorScheme: 'light' | 'dark', width: number): Promise<void> {
    await visit.page.emulateMedia({ colorScheme });
    expect(await seriousFaults(visit), `${colorScheme}, ${width} pixels`).toEqual([]);
  }
}

/** Serious and critical faults: what is wrong, and where. */
async function seriousFaults({ page }: Visit): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${help}: ${html}\n${failureSummary}`),
    );
}
