import { inOneLine, printable } from '../printable';
import type { GradingResult, LessonResult, TaskResult } from '../result';
import { failureText, numberOf } from './failure-text';
import { inPoints, standingOf } from './standing';

/** One box on a student's page in Gradescope. */
interface GradescopeTest {
  readonly name: string;
  readonly number: string;
  readonly score: number;
  readonly max_score: number;
  readonly status: 'passed' | 'failed';
  readonly output: string;
  readonly output_format: 'text';
  readonly visibility: 'visible';
}

/** `results.json` as Gradescope reads it: https://gradescope-autograders.readthedocs.io/en/latest/specs/ */
export function gradescope(result: GradingResult): string {
  const { status, trouble, score, maxScore, lessons } = result;
  const output =
    status === 'error'
      ? `Nothing could be graded. ${inOneLine(trouble ?? '')}`.trim()
      : inPoints(score, maxScore);
  const tests = lessons.flatMap((lesson) =>
    lesson.tasks.map((task, index) => testOf(lesson, task, `${Number(numberOf(lesson))}.${index + 1}`)),
  );
  return `${JSON.stringify(
    {
      score,
      output,
      output_format: 'text',
      test_output_format: 'text',
      test_name_format: 'text',
      visibility: 'visible',
      // Code of students prints there, too.
      stdout_visibility: 'hidden',
      tests,
    },
    null,
    2,
  )}\n`;
}

function testOf(lesson: LessonResult, task: TaskResult, number: string): GradescopeTest {
  const isEarned = task.score === task.maxScore;
  return {
    name: `${lesson.title}: ${task.name}`,
    number,
    score: task.score,
    max_score: task.maxScore,
    status: isEarned ? 'passed' : 'failed',
    output: isEarned ? '' : whyNot(lesson, task),
    output_format: 'text',
    visibility: 'visible',
  };
}

function whyNot(lesson: LessonResult, task: TaskResult): string {
  const { words } = standingOf(lesson, task);
  const why = lesson.trouble === undefined ? failureText(lesson, [task]) : printable(lesson.trouble);
  return [`${words[0]?.toUpperCase()}${words.slice(1)}.`, why]
    .filter((part) => part !== undefined)
    .join('\n\n');
}
