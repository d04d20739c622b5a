import { parseHTML } from 'linkedom';
import type { GradingResult } from '../result';
import { feedbackOf } from './feedback';

// What a student has written is text on this page; even if it were not, nothing of it would run or be fetched.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style = `
:root { color-scheme: light dark; --ink: #1f2328; --paper: #f6f8fa; --card: #ffffff; --line: #d1d9e0; --good: #1a7f37; --bad: #b42318; --dim: #59636e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --paper: #010409; --card: #0d1117; --line: #3d444d; --good: #3fb950; --bad: #ff7b72; --dim: #9198a1; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.5rem; }
.summary { font-size: 1.15rem; margin: 0 0 1.5rem; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: 6px; font-variant-numeric: tabular-nums; }
th, td { padding: 0.3rem 0.7rem; text-align: left; vertical-align: top; font-weight: 400; }
thead th { border-bottom: 1px solid var(--line); font-weight: 600; }
tr.first > * { border-top: 1px solid var(--line); }
tr.first th { font-weight: 600; }
.points { text-align: right; white-space: nowrap; }
.good { color: var(--good); }
.bad { color: var(--bad); }
.none { color: var(--dim); }
pre { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 0.8rem 1rem;
  font: 0.85rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-x: auto; overflow-wrap: normal; }
pre.sentences { white-space: pre-wrap; overflow-wrap: anywhere; }
.notes { margin-top: 2rem; color: var(--dim); }
@media (max-width: 36rem) {
  thead { position: absolute; clip-path: inset(50%); }
  tr { display: grid; grid-template-columns: 1fr auto; padding: 0.2rem 0; }
  tr.first > * { border-top: 0; }
  tr.first { border-top: 1px solid var(--line); }
  th[scope=row] { grid-column: 1 / -1; }
  th[scope=row]:empty { display: none; }
  td.standing { grid-column: 1 / -1; padding-top: 0; }
}
`;

const classes = { '✓': 'good', '✗': 'bad', '○': 'none' } as const;

/** What a student reads, as one HTML page that needs nothing beside itself. */
export function feedbackPage(result: GradingResult): string {
  const { title, summary, rows, sections, notes } = feedbackOf(result);
  const { document } = parseHTML('<!doctype html><html lang="en"><head></head><body></body></html>');
  const make = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    ...children: readonly (Node | string)[]
  ) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const columns = ['Lesson', 'Function', 'Points', 'Tests'].map((name, index) =>
    make('th', { scope: 'col', ...(index === 2 && { class: 'points' }) }, name),
  );
  const lines = rows.map(({ lesson, task, points, sign, words }) =>
    make(
      'tr',
      lesson === '' ? {} : { class: 'first' },
      make('th', { scope: 'row' }, lesson),
      make('td', {}, make('code', {}, task)),
      make('td', { class: 'points' }, points),
      make('td', { class: `standing ${classes[sign]}` }, `${sign} ${words}`),
    ),
  );
  document.head.append(
    make('meta', { charset: 'utf-8' }),
    make('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    make('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    make('meta', { name: 'color-scheme', content: 'light dark' }),
    // linkedom writes a title as it is, tags and all.
    make('title', {}, title.replace(/[<>&]/g, ' ')),
    make('style', {}, style),
  );
  document.body.append(
    make('h1', {}, title),
    make('p', { class: 'summary' }, make('strong', {}, summary)),
    ...(rows.length === 0
      ? []
      : [make('table', {}, make('thead', {}, make('tr', {}, ...columns)), make('tbody', {}, ...lines))]),
    ...sections.map((section) =>
      make(
        'section',
        {},
        make('h2', {}, section.title),
        make('pre', { class: section.kind, tabindex: '0', 'aria-label': section.title }, section.text),
      ),
    ),
    ...(notes.length === 0
      ? []
      : [make('div', { class: 'notes' }, ...notes.map((note) => make('p', {}, note)))]),
  );
  return `${document.toString()}\n`;
}
