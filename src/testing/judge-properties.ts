import { Mismatch } from './mismatch';
import type { Standardizers } from './standardizers';
import type { Table } from './table';
import type { TriedProperty, Trials } from './try-properties';

/** What the trials tell, where the properties are such that they could be tried. @throws Mismatch */
export function tried(trials: Trials): readonly TriedProperty[] {
  if ('problem' in trials) throw new Mismatch(trials.problem);
  return trials.properties;
}

/** Each property against each wrong implementation: did it find fault? */
export function verdictTable(properties: readonly TriedProperty[], { wrong }: Standardizers): Table {
  return {
    caption: 'x: the property finds fault with this wrong standardize',
    columns: properties.map(({ name }) => name),
    rows: wrong.map(({ name }, subject) => {
      const cells = properties.map(({ trials }) => (trials[subject]!.held ? '·' : 'x'));
      return cells.includes('x') ? { name, cells } : { name, cells, note: 'gets through' };
    }),
  };
}

/** Passes when every property holds for its one subject, the right implementation. */
export function holdsForRight(properties: readonly TriedProperty[]): void {
  for (const { name, trials } of properties) {
    const [trial] = trials;
    if (trial === undefined || trial.held) continue;
    const threw = trial.threw === undefined ? '' : ` It says: ${trial.threw}`;
    throw new Mismatch(`"${name}" rejects the right standardize, too.${threw}`, {
      data: { data: trial.data },
    });
  }
}

/** Passes when every property rejects at least one of its subjects, all of them wrong. */
export function eachRejects(properties: readonly TriedProperty[]): void {
  const idle = properties
    .filter(({ trials }) => trials.every(({ held }) => held))
    .map(({ name }) => `"${name}"`);
  if (idle.length === 0) return;
  const [reject, itself] = idle.length === 1 ? ['rejects', 'It holds'] : ['reject', 'They hold'];
  throw new Mismatch(`${inWords(idle)} ${reject} nothing. ${itself} for everything, right or wrong.`);
}

/** Passes when every subject, all of them wrong, is rejected by at least one property. */
export function eachIsRejected(properties: readonly TriedProperty[], { wrong }: Standardizers): void {
  const free = wrong.filter((_, subject) => properties.every(({ trials }) => trials[subject]!.held));
  const [first] = free;
  if (first === undefined) return;
  const names = free.map(({ name }) => name);
  const count = names.length === 1 ? 'One wrong standardize gets' : `${names.length} wrong ones get`;
  throw new Mismatch(
    `${count} through, and every property holds: ${inWords(names)}.\n` +
      `About "${first.name}": ${first.mistake}`,
  );
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
