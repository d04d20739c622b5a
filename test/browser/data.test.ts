import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRaceFile } from '../../src/cli/race-file';
import type { RaceReport } from '../../src/race';
import { terminalRace } from './terminal-race';
import { useLab } from './use-lab';
import { atOnce, type Visit } from './visit';

const lab = useLab((course) => course.solve());

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${row(index)}\n`).join('');
const good = (index: number) => `${index},${(index * 7) % 5},${2 * index + 1}`;

it('a bad CSV file that is dropped gets the sentence of the terminal, and the picture stays', async () => {
  const visit = await lab.visit('?rows=500&target=c');
  await visit.settles();
  for (const [what, content] of badFiles) {
    await drop(visit, 'table.csv', content);
    const sentence = sentenceInTheTerminal(content);
    await expect.poll(() => visit.page.locator('#notes').innerText(), { message: what }).toContain(sentence);
    await visit.sees('distribution', 'ready');
  }
});

it('a good one becomes the data, and the race runs on it as in the terminal', async () => {
  const text = `minutes,gigabytes,price\n${rows(200, (i) => `${i % 60},${(i * 7) % 5},${10 + (i % 60)}`)}`;
  lab.course.write('bills.csv', text);
  const visit = await lab.visit('?rows=500&lr=0.1&epochs=2');
  await visit.settles();
  await visit.control('Your CSV file').setInputFiles(join(lab.course.path, 'bills.csv'));
  await expect.poll(() => visit.control('Data').inputValue()).toBe('file');
  expect(await visit.control('Column to predict').locator('option').allInnerTexts()).toEqual([
    'minutes',
    'gigabytes',
    'price',
  ]);
  await expect.poll(() => visit.section('distribution').innerText()).toContain('The column minutes');
  await visit.control('Column to predict').selectOption('minutes');
  await expect.poll(() => visit.section('distribution').innerText()).toContain('The column gigabytes');
  await visit.control('Epochs').fill('2');
  await visit.control('raw at its best rate').check();
  await visit.button('Run').click();
  const args = ['--data', 'bills.csv', '--target', 'minutes', '--epochs', '2', '--json'];
  const [{ out }] = await Promise.all([terminalRace(lab.course, args), visit.raceIs('done')]);
  const { arms } = JSON.parse(out) as RaceReport;
  expect(arms).toHaveLength(3);
  expect(await visit.losses()).toEqual(
    Object.fromEntries(arms.map(({ name, epochs }) => [name, epochs.at(-1)?.validLoss ?? NaN])),
  );
});

it('a link brings back what was chosen', async () => {
  const first = await lab.visit('?rows=500');
  await first.settles();
  await first.control('Data').selectOption('cars');
  await first.control('Rows').fill('200');
  await first.control('Optimizer').selectOption('adam');
  await first.control('Schedule').selectOption('one-cycle');
  await first.control('Weight decay').fill('0.02');
  await first.control('Batch size').fill('32');
  await first.control('Seed').fill('7');
  await first.control('Epochs').fill('3');
  await first.control('raw at its best rate').uncheck();
  await first.control('Backend').selectOption('webasm');
  await first.control('Learning rate, exact').fill('0.05');
  await first.control('Learning rate, exact').press('Enter');
  await expect.poll(() => first.page.url()).toContain('lr=0.05');
  const chosen = await choices(first);
  expect(chosen).toMatchObject({
    data: 'cars',
    rows: '200',
    'set-lr-exact': '0.05',
    backend: 'webasm',
    seed: '7',
  });
  const second = await lab.visit(new URL(first.page.url()).search);
  await second.settles();
  expect(await choices(second)).toEqual(chosen);
});

it('a link with nonsense in it opens the page all the same, and says so', async () => {
  const visit = await lab.visit('?data=moon&lr=fast&rows=500&epochs=-4&arms=left&backend=abacus');
  await visit.settles();
  const notes = await visit.page.locator('#notes').innerText();
  for (const nonsense of ['moon', 'fast', '-4', 'left', 'abacus']) expect(notes).toContain(`"${nonsense}"`);
  for (const section of atOnce) await visit.sees(section, 'ready');
  expect(await visit.control('Data').inputValue()).toBe('article');
});

const badFiles: readonly (readonly [string, string | Uint8Array])[] = [
  ['an empty file', ''],
  ['a header alone', 'a,b,c\n'],
  ['other text', `a,b,c\n${rows(20, good)}1,lots,3\n`],
  ['9 rows', `a,b,c\n${rows(9, good)}`],
  ['nothing but gaps', `a,b,c\n${rows(9, () => '1,,2')}2,1,\n`],
  ['binary noise', Uint8Array.from({ length: 999 }, (_, i) => (i * 73) % 256)],
  ['a column twice', `a,a,c\n${rows(20, good)}`],
  ['a column without a name', `a,,c\n${rows(20, good)}`],
  ['columns of text', `a,c\n${rows(20, (i) => `word,${i}`)}`],
  ['a target that stays', `a,c\n${rows(20, (i) => `${i},7`)}`],
  ['too many cells', `a,b,c\n${rows(20, (i) => `${i},7,8,9`)}`],
  ['a number too large', `a,c\n${rows(20, (i) => `${i}e40,${i}`)}`],
];

/** What `npm run race -- --data table.csv --target c` says, without a second for each. */
function sentenceInTheTerminal(content: string | Uint8Array): string {
  const file = join(lab.course.path, 'table.csv');
  writeFileSync(file, content);
  try {
    readRaceFile(file, 'c');
  } catch (error) {
    return (error as Error).message.replaceAll(file, 'table.csv');
  }
  throw new Error('This file is good.');
}

/** Drops a file on the form with the controls. */
async function drop({ page }: Visit, name: string, content: string | Uint8Array): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ({ name, bytes }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'text/csv' }));
      return transfer;
    },
    { name, bytes: [...Buffer.from(content)] },
  );
  const form = page.locator('#controls');
  await form.dispatchEvent('dragover', { dataTransfer });
  await form.dispatchEvent('drop', { dataTransfer });
}

/** The value of each control, by its name. */
async function choices({ page }: Visit): Promise<Record<string, string>> {
  return page
    .locator('#controls')
    .evaluate((form) =>
      Object.fromEntries(
        [
          ...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input:not([type=file]), select'),
        ].map((control) => [
          control.type === 'checkbox' ? `${control.name} ${control.value}` : control.name || control.id,
          control.type === 'checkbox' ? String((control as HTMLInputElement).checked) : control.value,
        ]),
      ),
    );
}
