import { csvFormatRows } from 'd3-dsv';
import { inOneLine } from '../printable';
import type { GradingResult } from '../result';
import { percentOf } from './standing';

/** All grades as a table: a row for each submission, a column for each lesson. */
export function gradesCsv(results: readonly GradingResult[]): string {
  const lessons = [...new Set(results.flatMap(({ lessons }) => lessons.map(({ lesson }) => lesson)))].sort();
  const rows = results.map(({ submission, status, score, maxScore, lessons: graded }) => {
    const points = new Map(graded.map(({ lesson, score }) => [lesson, score]));
    return [
      harmless(submission),
      status,
      `${score}`,
      `${maxScore}`,
      `${percentOf(score, maxScore)}`,
      ...lessons.map((lesson) => `${points.get(lesson) ?? ''}`),
    ];
  });
  return `${csvFormatRows([['name', 'status', 'score', 'max', 'percent', ...lessons], ...rows])}\n`;
}

/** A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it. */
function harmless(cell: string): string {
  const line = inOneLine(cell);
  return /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(line) ? `'${line}` : line;
}
