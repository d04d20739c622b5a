import { parseHTML } from 'linkedom/worker';
import { rules } from '#kit/charts';
import type { Finished } from '#kit/race';
import type { Part, RaceContent } from './race-content';
import type { Pictures } from './race-pictures';

/** What a report shows. */
export interface Report {
  readonly race: Finished;
  readonly content: RaceContent;
  readonly pictures: (document: Document) => readonly Pictures[];
  /** What runs the same race again. */
  readonly command: string;
  /** Of the course. */
  readonly version: string;
}

// Nothing on the page may come from elsewhere, whatever a data file is called.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style = `
:root { color-scheme: light dark; --ink: #1f2328; --paper: #f6f8fa; --card: #ffffff; --line: #d1d9e0; --shade: #1f232833; --good: #1a7f37; --mixed: #9a6700; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --paper: #010409; --card: #0d1117; --line: #3d444d; --shade: #e6edf355; --good: #3fb950; --mixed: #d29922; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.2rem 0 0.5rem; }
p, li { max-width: 44rem; }
.verdict { background: var(--card); border: 1px solid var(--line); border-left: 0.4rem solid var(--mixed); border-radius: 0.4rem; padding: 0.6rem 1rem; max-width: 46rem; }
.verdict.passed { border-left-color: var(--good); }
.verdict p { margin: 0.2rem 0; }
.pictures, .tables { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
.pictures figure, .tables figure { margin: 0; max-width: 100%; }
.pictures svg { display: block; border: 1px solid var(--line); border-radius: 6px; }
/* A shadow at the side on which there is more of a wide table. */
.tables figure { border: 1px solid var(--line); border-radius: 6px; padding: 0.6rem 0.8rem; overflow-x: auto; background:
  linear-gradient(to right, var(--card) 50%, transparent) 0 0 / 2rem 100% no-repeat local,
  linear-gradient(to left, var(--card) 50%, transparent) 100% 0 / 2rem 100% no-repeat local,
  linear-gradient(to right, var(--shade), transparent) 0 0 / 0.8rem 100% no-repeat,
  linear-gradient(to left, var(--shade), transparent) 100% 0 / 0.8rem 100% no-repeat, var(--card); }
figcaption { font-weight: 600; }
figcaption span { font-weight: 400; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.9rem; }
th, td { padding: 0.1rem 0 0.1rem 1.1rem; text-align: right; white-space: nowrap; font-weight: 400; }
th:first-child { padding-left: 0; text-align: left; }
thead th { border-bottom: 1px solid var(--line); font-weight: 600; }
@media (max-width: 30rem) { body { padding: 1rem 0.5rem 2rem; } table { font-size: 0.8rem; } th, td { padding-left: 0.6rem; } }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 0.6rem 0.8rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** A race as one HTML page that needs nothing beside itself. */
export function reportPage({ race, content, pictures, command, version }: Report): string {
  const { document } = parseHTML('<!doctype html><html lang="en"><head></head><body></body></html>');
  const make = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    ...children: (Node | string)[]
  ) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const paragraphs = (words: readonly string[]) => words.map((line) => make('p', {}, line));
  const table = (part: Part & { readonly kind: 'table' }) => {
    const [names] = part.columns;
    const rows = names.cells.map((name, row) =>
      make(
        'tr',
        {},
        make('th', { scope: 'row' }, name.trim()),
        ...part.columns.slice(1).map(({ cells }) => make('td', {}, cells[row] ?? '')),
      ),
    );
    return make(
      'figure',
      {},
      make('figcaption', {}, part.title, make('span', {}, part.aside ?? '')),
      make(
        'table',
        {},
        make(
          'thead',
          {},
          make('tr', {}, ...part.columns.map(({ title }) => make('th', { scope: 'col' }, title))),
        ),
        make('tbody', {}, ...rows),
      ),
      ...(part.more === undefined ? [] : [make('p', {}, part.more)]),
    );
  };
  const { passed, words } = race.verdict;
  const lists = content.parts.flatMap((part) => {
    if (part.kind === 'remark') return paragraphs([part.words]);
    if (part.kind !== 'list') return [];
    const items = part.items.map(([name, words]) => make('li', {}, make('strong', {}, name), ` ${words}`));
    return [make('h3', {}, part.title), make('ul', {}, ...items)];
  });

  const title = `Common Scale: ${content.heading}`;
  document.head.append(
    make('meta', { charset: 'utf-8' }),
    make('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    make('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    make('meta', { name: 'color-scheme', content: 'light dark' }),
    make('title', {}, title),
    make('style', {}, style + rules),
  );
  document.body.append(
    make('h1', {}, title),
    make(
      'section',
      { class: passed ? 'verdict passed' : 'verdict', 'aria-label': 'Verdict' },
      make('p', {}, make('strong', {}, `${passed ? '✓' : '✗'} Verdict`)),
      make('p', {}, words),
    ),
    ...paragraphs(content.about),
    ...pictures(document).map((group) =>
      make(
        'section',
        {},
        make('h2', {}, group.title),
        make('p', {}, group.words),
        make('div', { class: 'pictures' }, ...group.pictures.map((picture) => make('figure', {}, picture))),
      ),
    ),
    make(
      'section',
      {},
      make('h2', {}, 'The numbers'),
      ...lists,
      make(
        'div',
        { class: 'tables' },
        ...content.parts.flatMap((part) => (part.kind === 'table' ? [table(part)] : [])),
      ),
    ),
    make(
      'section',
      {},
      make('h2', {}, 'To run it again'),
      make('p', {}, `${race.data.source} Common Scale ${version}.`),
      make('pre', {}, command),
    ),
  );
  return `${document.toString()}\n`;
}
