import axe, { type AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { useLab } from './use-lab';
import { sections, type Visit } from './visit';

const afterARace = ['race', 'weights'] as const;
const atOnce = ['distribution', 'landscape', 'finder', 'schedule'] as const;

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

  it('axe finds no serious fault, light or dark', async () => {
    const visit = await lab.visit('?rows=500&epochs=2&lr=0.1');
    await visit.button('Run').click();
    await visit.raceIs('done');
    await visit.settles();
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit.page.emulateMedia({ colorScheme });
      expect(await seriousFaults(visit), colorScheme).toEqual([]);
    }
  });
});

describe('on a blank course', () => {
  const lab = useLab();

  it("every section names its lesson, shows the solution's picture in outline when asked, and hides it", async () => {
    const visit = await lab.visit('?rows=500&epochs=2&lr=0.1');
    for (const section of sections) {
      await visit.sees(section, 'closed');
      expect(await visit.section(section).locator('.closed').innerText()).toMatch(/npm start \d\d/);
    }
    expect(await seriousFaults(visit)).toEqual([]);
    for (const section of sections) {
      const place = visit.section(section);
      await place.getByRole('button', { name: 'Show the solution’s picture' }).click();
      await visit.sees(section, 'outline');
      expect(await place.locator('figure.outline').innerText()).toContain('from the solution');
      await expectDrawn(visit, section);
      await place.getByRole('button', { name: 'Hide it' }).click();
      await visit.sees(section, 'closed');
      expect(await place.locator('figure.outline').count()).toBe(0);
    }
  });
});

/** A picture with something in it, large enough to be seen, that says in words what it shows. */
async function expectDrawn(visit: Visit, section: (typeof sections)[number]): Promise<void> {
  const picture = visit.section(section).locator('figure svg.common-scale-picture').first();
  await picture.scrollIntoViewIfNeeded();
  const box = await picture.boundingBox();
  expect(box?.width).toBeGreaterThan(200);
  expect(box?.height).toBeGreaterThan(100);
  expect(await picture.locator('path, circle, rect, line').count()).toBeGreaterThan(3);
  const spoken =
    (await picture.getAttribute('aria-label')) ??
    (await picture.locator('title, desc').allInnerTexts()).join();
  expect(spoken).not.toBe('');
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
