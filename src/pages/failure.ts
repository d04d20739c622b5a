import type { Failure, Replay } from '#kit/testing';
import { renderAnswers } from './answers';
import { renderComparison } from './comparison';
import { indented, type Terminal } from './terminal';

/** Everything that a failure tells, block by block: what is wrong, why, on which data, and where. */
export function renderFailure(failure: Failure, lesson: string, margin: string, terminal: Terminal): string {
  const { sentence, diagnosis, comparison, table } = failure;
  const blocks = [
    indented(terminal, margin, sentence),
    diagnosis && named(diagnosis, margin, terminal),
    facts(dataRows(failure), margin, terminal),
    comparison && renderComparison(comparison, margin, terminal),
    table && renderAnswers(table, margin, terminal),
    [facts(placeRows(failure, terminal), margin, terminal), ...replay(failure, lesson, margin, terminal)]
      .filter((line) => line !== '')
      .join('\n'),
  ];
  return blocks.filter((block) => block !== undefined && block !== '').join('\n\n');
}

type Fact = readonly [label: string, text: string | undefined];

function named(diagnosis: string, margin: string, terminal: Terminal): string {
  return [
    `${margin}Your code does exactly what this mistake does:`,
    indented(terminal, `${margin}  `, diagnosis),
  ].join('\n');
}

function dataRows({ data = {}, call, comparison, expected, got }: Failure): Fact[] {
  const entries = Object.entries(data).map(([name, value]) => `${name} = ${value}`);
  return [
    ...entries.map((entry, index): Fact => [index === 0 ? 'with' : '', entry]),
    ['call', call],
    ...(comparison === undefined
      ? ([
          ['expected', expected],
          ['got', got],
        ] as const)
      : []),
  ];
}

function placeRows({ place }: Failure, { colour }: Terminal): Fact[] {
  if (place === undefined) return [];
  return [
    ['where', `${place.file}${place.line === undefined ? '' : `:${place.line}`}`],
    ['', place.code && colour.cyan(place.code)],
  ];
}

function facts(rows: readonly Fact[], margin: string, terminal: Terminal): string {
  return rows
    .flatMap(([label, text]) =>
      text === undefined || text === '' ? [] : [indented(terminal, `${margin}${label.padEnd(10)}`, text)],
    )
    .join('\n');
}

/** Never broken within a word: it is there to be copied. */
function replay({ again }: Failure, lesson: string, margin: string, { width }: Terminal): string[] {
  if (again === undefined) return [];
  const { seed, test, path }: Replay = again;
  const first = `${margin}${'again'.padEnd(10)}`;
  const [run, where] = [`npm test ${lesson} -- --seed ${seed}`, `--path ${test}/${path}`];
  const line = `${first}${run} ${where}`;
  return line.length <= width ? [line] : [`${first}${run} \\`, `${margin}  ${where}`];
}
