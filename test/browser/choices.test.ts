import { describe, expect, it } from 'vitest';
import { useLab } from './use-lab';
import { atOnce, type Visit } from './visit';

const lab = useLab((course) => course.solve());

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, i) => `${i},${(i * 7) % 5},${3 * i}\n`).join('');
const table = {
  name: 'table.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`a,b,c\n${rowsOf(200)}`),
};

describe('a CSV file', () => {
  it('that is chosen, but not there, is waited for; focus stays, and the rest of the form goes on', async () => {
    const visit = await lab.visit('?rows=500&lr=0.1');
    await visit.settles();
    await visit.control('Data').focus();
    await visit.control('Data').selectOption('file');
    for (const section of atOnce) {
      await visit.sees(section, 'waiting');
      expect(await visit.section(section).innerText()).toContain('Choose your CSV file');
    }
    expect(await focused(visit)).toBe('set-data');
    expect(await visit.button('Run').isDisabled()).toBe(true);
    await visit.control('Batch size').fill('32');
    await expect.poll(() => visit.page.url()).toContain('batch=32');
    expect(await focused(visit)).toBe('set-batch');
    await visit.control('Your CSV file').setInputFiles(table);
    for (const section of atOnce) await visit.sees(section, 'ready');
    expect(await visit.button('Run').isDisabled()).toBe(false);
  });

  it('that a link is about keeps the column and the numbers of the link', async () => {
    const query = '?data=file&target=b&rows=100&lr=0.05&epochs=3';
    const visit = await lab.visit(query);
    await visit.sees('distribution', 'waiting');
    await visit.control('Your CSV file').setInputFiles(table);
    await visit.sees('distribution', 'ready');
    expect(await visit.control('Column to predict').inputValue()).toBe('b');
    expect(await visit.control('Rows').inputValue()).toBe('100');
    expect(await visit.control('Learning rate, exact').inputValue()).toBe('0.05');
    expect(await visit.control('Epochs').inputValue()).toBe('3');
    expect(new URL(visit.page.url()).search).toBe(query);
  });
});

describe('an entry that makes no sense', () => {
  it('says so beside its field, keeps the race from running, and nothing else from changing', async () => {
    const visit = await lab.visit('?rows=500&lr=0.1');
    await visit.settles();
    const address = () => new URL(visit.page.url()).search;
    for (const [label, entry, words] of [
      ['Batch size', '0', 'A whole number from 1 to 1,000,000.'],
      ['Rows', '2.5', 'A whole number from 10 to 2,000,000.'],
      ['Seed', '5e15', 'A whole number from -1e15 to 1e15.'],
      ['Learning rate, exact', 'fast', 'A number from 1e-10 to 100.'],
    ] as const) {
      const field = visit.control(label);
      const before = await field.inputValue();
      await field.fill(entry);
      await field.blur();
      expect(await described(visit, label)).toContain(words);
      expect(await visit.button('Run').isDisabled(), label).toBe(true);
      expect(await visit.page.locator('#race-status').innerText()).toContain(`once “${label}” is a`);
      await field.fill(before);
      await field.blur();
      expect(await visit.page.locator('.wrong').count()).toBe(0);
      expect(await visit.button('Run').isDisabled(), label).toBe(false);
    }
    await visit.control('Batch size').fill('0');
    await visit.control('Schedule').selectOption('one-cycle');
    await expect.poll(address).toContain('schedule=one-cycle');
    expect(address()).not.toContain('batch');
    expect(await visit.control('Batch size').inputValue()).toBe('0');
  });

  it('is an arm that does not run with what is chosen', async () => {
    const visit = await lab.visit('?rows=500&lr=0.1&arms=best');
    await visit.settles();
    await visit.control('Optimizer').selectOption('adam');
    expect(await described(visit, 'normalized')).toContain('Choose at least one');
    expect(await visit.button('Run').isDisabled()).toBe(true);
    await visit.control('normalized').check();
    expect(await visit.page.locator('.wrong').count()).toBe(0);
    expect(await visit.button('Run').isDisabled()).toBe(false);
  });
});

it('a race is out of date while the settings are others, and no longer once they are back', async () => {
  const visit = await lab.visit('?rows=500&lr=0.1&epochs=1');
  await visit.button('Run').click();
  await visit.raceIs('done');
  const stale = visit.section('race').getByText('The settings have changed since.');
  await visit.control('Batch size').fill('32');
  await stale.waitFor();
  await visit.control('Batch size').fill('64');
  await stale.waitFor({ state: 'detached' });
});

it('weights are drawn in either unit, without another race', async () => {
  const visit = await lab.visit('?rows=500&lr=0.1&epochs=1');
  await visit.button('Run').click();
  await visit.raceIs('done');
  await visit.sees('weights', 'ready');
  const raw = await visit.picture('weights');
  expect(raw).toContain('in the units of the data');
  await visit.control('per standard deviation').check();
  await expect.poll(() => visit.picture('weights')).toContain('per standard deviation');
  expect(await visit.section('race').innerText()).not.toContain('The settings have changed since.');
  await visit.raceIs('done');
  const link = new URL(visit.page.url()).search;
  expect(link).toContain('unit=standard');
  const second = await lab.visit(link);
  await second.button('Run').click();
  await second.raceIs('done');
  await expect.poll(() => second.picture('weights')).toContain('per standard deviation');
});

it("under the article's own recipe the landscape says that its paths are not the race's", async () => {
  const visit = await lab.visit('?rows=500&lr=10&unit=standard');
  await visit.sees('landscape', 'ready');
  expect(await visit.section('landscape').innerText()).toContain('At 10 each step overshoots.');
  await visit.button("The article's own recipe").click();
  await visit.control('Rows').fill('500');
  await expect
    .poll(() => visit.section('landscape').innerText())
    .toMatch(/Both paths are plain descent at 0\.\d+, .* while the race uses Adam\./);
  expect(await visit.section('landscape').innerText()).not.toContain('overshoots');
  await expect
    .poll(() => visit.section('finder').innerText())
    .toContain('says nothing of those that suit Adam');
  expect(visit.page.url()).toContain('unit=standard');
});

it('backends are offered where this browser has them', async () => {
  const visit = await lab.visit('?rows=500&lr=0.1');
  await visit.settles();
  const isThere = await visit.page.evaluate(async () => {
    const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<object | null> } };
    return {
      webgl2: document.createElement('canvas').getContext('webgl2') !== null,
      webgpu: Boolean(await gpu?.requestAdapter()),
    };
  });
  const offered = [
    'cpu',
    'webasm',
    ...(isThere.webgl2 ? ['webgl2'] : []),
    ...(isThere.webgpu ? ['webgpu'] : []),
  ];
  expect(await visit.control('Backend').locator('option').allInnerTexts()).toEqual(offered);
});

async function focused({ page }: Visit): Promise<string> {
  return page.evaluate(() => document.activeElement?.id ?? '');
}

/** What is read aloud after the name of a field. */
async function described(visit: Visit, label: string): Promise<string> {
  return visit.control(label).evaluate((field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText ?? '')
      .join(' '),
  );
}
