import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { terminalRace } from './terminal-race';
import { useLab } from './use-lab';
import { atOnce, type Visit } from './visit';

const lab = useLab((course) => course.solve());

const deviation = 'lessons/03-std-scaling/exercise.ts';
const cycle = 'lessons/10-one-cycle/exercise.ts';
const step = 'lessons/07-gradient-step/exercise.ts';

it('a save redraws what depends on it, and nothing else changes', async () => {
  const visit = await lab.visit('?rows=500&lr=0.05&schedule=one-cycle');
  await visit.settles();
  await visit.control('Seed').fill('3');
  await expect.poll(() => visit.page.url()).toContain('seed=3');
  await visit.page.evaluate(() => {
    document.body.dataset['stays'] = 'yes';
  });
  const address = visit.page.url();
  const before = await visit.picture('schedule');
  await changing(cycle, 'warmUp = 0.25', 'warmUp = 0.5', async () => {
    await expect.poll(() => visit.picture('schedule')).not.toBe(before);
    expect(await visit.control('Learning rate, exact').inputValue()).toBe('0.05');
    expect(await visit.control('Seed').inputValue()).toBe('3');
    expect(await visit.control('Schedule').inputValue()).toBe('one-cycle');
    expect(visit.page.url()).toBe(address);
    expect(await visit.page.locator('body').getAttribute('data-stays')).toBe('yes');
  });
  await expect.poll(() => visit.picture('schedule')).toBe(before);
});

it('the distribution follows lesson 03', async () => {
  const visit = await lab.visit('?rows=500');
  await visit.sees('distribution', 'ready');
  const spoken = () => visit.spoken('distribution');
  expect(await spoken()).toMatch(/standardized: [^;]*, standard deviation 1\.$/);
  await changing(
    deviation,
    'Math.sqrt(squares / values.length)',
    '2 * Math.sqrt(squares / values.length)',
    () => expect.poll(spoken).toMatch(/standardized: [^;]*, standard deviation 0\.5\.$/),
  );
  await visit.sees('distribution', 'ready');
});

it(
  'a broken exercise shows the words of the terminal, and they go away when it is mended',
  { timeout: 120_000 },
  async () => {
    const visit = await lab.visit('?rows=100&epochs=1');
    await visit.settles();
    await visit.button('Run').click();
    await visit.raceIs('done');
    for (const [what, text, other] of mistakes) {
      await changing(step, text, other, async () => {
        const [words] = await Promise.all([wordsOfTheTerminal(), trouble(visit).waitFor()]);
        expect(inOneLine(await troubles(visit)), what).toContain(words);
        if (what === mistakes[0][0]) await expectTheSameAlert(visit);
      });
      await expect.poll(() => troubles(visit)).toBe('');
      await visit.raceIs('done');
    }
  },
);

it('one that is broken when the page is opened says so, and runs once it is mended', async () => {
  let visit: Visit | undefined;
  await changing(step, 'let prediction = bias;', 'let prediction = ;', async () => {
    visit = await lab.visit('?rows=100&epochs=1');
    await visit.button('Run').click();
    const [words] = await Promise.all([wordsOfTheTerminal(), trouble(visit).waitFor()]);
    expect(inOneLine(await troubles(visit))).toContain(words);
  });
  await visit?.raceIs('done');
});

it('one without end is stopped, and no picture but its own is blamed', async () => {
  const visit = await lab.visit('?rows=100&epochs=1');
  await visit.settles();
  const others = atOnce.filter((section) => section !== 'schedule');
  // What the distribution needs takes its time to arrive, while the schedule has all it needs.
  await visit.page.route('**/03-std-scaling/exercise.ts*', async (route) => {
    await visit.page.waitForTimeout(500);
    await route.continue();
  });
  await changing(cycle, 'const [atStart,', 'for (;;);\n  const [atStart,', async () => {
    await visit.sees('schedule', 'failed');
    expect(await visit.section('schedule').innerText()).toContain(
      'Perhaps a loop in your exercise has no end',
    );
    for (const section of others) {
      await expect.poll(() => visit.section(section).getAttribute('aria-busy')).toBe('false');
      await visit.sees(section, 'ready');
    }
  });
  for (const section of atOnce) await visit.sees(section, 'ready');
});

const mistakes = [
  ['a name that is not there in a kernel', 'return prediction - targets[', 'return guess - targets['],
  ['a syntax error', 'let prediction = bias;', 'let prediction = ;'],
  ['a function that is not exported', 'export async function residuals', 'async function residuals'],
  ['an error of its own', 'const kernel =', "throw new Error('Not today.');\n  const kernel ="],
] as const;

async function wordsOfTheTerminal(): Promise<string> {
  const { code, err } = await terminalRace(lab.course, ['--rows', '100', '--epochs', '1']);
  expect(code).toBe(1);
  return inOneLine(err);
}

function trouble({ page }: Visit): Locator {
  return page.locator('#race .trouble');
}

async function troubles({ page }: Visit): Promise<string> {
  return (await page.locator('.trouble').allInnerTexts()).join('\n');
}

/** One that is put there again is read aloud again: a page that only becomes narrower leaves it where it is. */
async function expectTheSameAlert(visit: Visit): Promise<void> {
  const alert = await trouble(visit).elementHandle();
  for (const width of [700, 1280]) {
    await visit.page.setViewportSize({ width, height: 900 });
    await visit.page.waitForTimeout(400);
  }
  expect(await alert?.evaluate((element) => element.isConnected)).toBe(true);
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

async function changing(
  file: string,
  text: string,
  other: string,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  const before = lab.course.read(file);
  expect(before).toContain(text);
  lab.course.write(file, before.replace(text, other));
  try {
    await meanwhile();
  } finally {
    lab.course.write(file, before);
  }
}
