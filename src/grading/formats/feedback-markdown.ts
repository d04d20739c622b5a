import type { GradingResult } from '../result';
import { feedbackOf } from './feedback';

/** What a student reads, as Markdown. */
export function feedbackMarkdown(result: GradingResult): string {
  const { title, summary, rows, sections, notes } = feedbackOf(result);
  const table = [
    '| Lesson | Function | Points | Tests |',
    '|:---|:---|---:|:---|',
    ...rows.map(({ lesson, task, points, sign, words }) =>
      ['', escaped(lesson), escaped(task), points, `${sign} ${words}`, ''].join(' | ').trim(),
    ),
  ];
  const parts = [
    `# ${escaped(title)}`,
    `**${escaped(summary)}**`,
    ...(rows.length === 0 ? [] : [table.join('\n')]),
    ...sections.flatMap((section) => [`## ${escaped(section.title)}`, fenced(section.text)]),
    ...notes,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Text in one line that means nothing but itself: what Markdown would take for a sign has a backslash before it. */
function escaped(text: string): string {
  return text.replace(/[!#$&*<>@[\\\]_`|~]|:(?=\/\/)|(?<=www)\./g, '\\$&');
}

/** A block that shows its text as it is, whatever backticks are in it. */
function fenced(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}
