import { inOneLine, printable } from '../printable';
import type { GradingResult, LessonResult } from '../result';
import { failureText, numberOf } from './failure-text';
import { inPoints, standingOf, type TaskStanding } from './standing';

/** What a student reads, before it becomes Markdown or a page. Its texts are as they were written: not escaped. */
export interface Feedback {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly FeedbackRow[];
  readonly sections: readonly FeedbackSection[];
  readonly notes: readonly string[];
}

export interface FeedbackRow extends TaskStanding {
  /** '02 Mean centering', in the first row of each lesson. */
  readonly lesson: string;
  readonly task: string;
  readonly points: string;
}

/** What is wrong with a lesson. */
export interface FeedbackSection {
  readonly title: string;
  /** A page of at most 80 columns, to be shown as it is, or a few sentences. */
  readonly kind: 'page' | 'sentences';
  readonly text: string;
}

/** Points for each task, and for each lesson what a learner would have seen of its first failure. */
export function feedbackOf(result: GradingResult): Feedback {
  const { submission, handedInAs = submission, status, trouble, score, maxScore, lessons } = result;
  const title = `Feedback for ${inOneLine(handedInAs)}`;
  if (status === 'error') {
    const summary = `Nothing could be graded. ${inOneLine(trouble ?? '')}`.trim();
    return { title, summary, rows: [], sections: [], notes: [] };
  }
  const sections = lessons.flatMap((lesson): FeedbackSection[] => {
    const title = headingOf(lesson);
    if (lesson.trouble !== undefined) return [{ title, kind: 'sentences', text: printable(lesson.trouble) }];
    const text = failureText(lesson);
    return text === undefined ? [] : [{ title, kind: 'page', text }];
  });
  return {
    title,
    summary: `${inPoints(score, maxScore)}.`,
    rows: lessons.flatMap(rowsOf),
    sections,
    notes: [
      'A function has its points when all of its tests pass. Each lesson is graded on its own: what it takes from earlier lessons comes from the solutions.',
      ...(sections.length === 0
        ? []
        : [
            'The tests use random data. To see the same mistake on other data, run npm test in your own course.',
          ]),
    ],
  };
}

function headingOf(lesson: LessonResult): string {
  return `${numberOf(lesson)} ${lesson.title}`;
}

function rowsOf(lesson: LessonResult): FeedbackRow[] {
  return lesson.tasks.map((task, index) => ({
    lesson: index === 0 ? headingOf(lesson) : '',
    task: task.name,
    points: `${task.score} of ${task.maxScore}`,
    ...standingOf(lesson, task),
  }));
}
