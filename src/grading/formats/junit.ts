import { DOMParser } from 'linkedom';
import { inOneLine, printable } from '../printable';
import type { GradingResult, LessonResult, TestResult } from '../result';
import { testText } from './failure-text';

type Attributes = Readonly<Record<string, string | number>>;
type Case = { readonly className: string; readonly name: string; readonly outcome?: Outcome };
type Outcome = {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly message: string;
  readonly text?: string;
};

/** A result as JUnit writes them: a suite for each lesson, a case for each of its tests. */
export function junit(result: GradingResult): string {
  const { submission, status, trouble, lessons } = result;
  const suites =
    status === 'error'
      ? [{ name: 'Submission', cases: [ungraded(trouble ?? '')] }]
      : lessons.map((lesson) => ({ name: lesson.lesson, cases: casesOf(lesson) }));
  const parsed = new DOMParser().parseFromString('<?xml version="1.0"?><testsuites/>', 'text/xml');
  // The types of linkedom's parser are its own, and no other's.
  const document = parsed as unknown as XMLDocument;
  const make = (name: string, attributes: Attributes, ...children: readonly (Node | string)[]) => {
    const element = document.createElement(name);
    addAttributes(element, attributes);
    element.append(...children.map((child) => (typeof child === 'string' ? printable(child) : child)));
    return element;
  };
  const { documentElement } = document;
  // Who reads strictly knows no such count of everything.
  const { skipped: _, ...all } = counts(suites.flatMap(({ cases }) => cases));
  addAttributes(documentElement, { name: submission, ...all });
  for (const { name, cases } of suites) {
    const elements = cases.map(({ className, name, outcome }) =>
      make(
        'testcase',
        { classname: className, name },
        ...(outcome === undefined
          ? []
          : [make(outcome.kind, { message: outcome.message }, outcome.text ?? '')]),
      ),
    );
    documentElement.append(
      '\n  ',
      make(
        'testsuite',
        { name, ...counts(cases) },
        ...elements.flatMap((element) => ['\n    ', element]),
        '\n  ',
      ),
    );
  }
  documentElement.append('\n');
  return `${document.toString()}\n`;
}

/** linkedom writes the last one first. */
function addAttributes(element: Element, attributes: Attributes): void {
  for (const [key, value] of Object.entries(attributes).toReversed()) {
    element.setAttribute(key, inOneLine(`${value}`));
  }
}

function counts(cases: readonly Case[]): Attributes {
  const count = (kind: Outcome['kind']) => cases.filter(({ outcome }) => outcome?.kind === kind).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

const ungraded = (trouble: string): Case => ({
  className: 'submission',
  name: 'can be graded',
  outcome: { kind: 'error', message: trouble },
});

function casesOf(lesson: LessonResult): Case[] {
  return lesson.tasks.flatMap(({ name, tests }) =>
    tests.map((test) => {
      const outcome = outcomeOf(lesson, test);
      return {
        className: `${lesson.lesson}.${name}`,
        name: test.title,
        ...(outcome !== undefined && { outcome }),
      };
    }),
  );
}

function outcomeOf(lesson: LessonResult, test: TestResult): Outcome | undefined {
  if (lesson.status === 'missing') return { kind: 'skipped', message: 'not handed in' };
  if (lesson.status === 'refused') return { kind: 'error', message: lesson.trouble ?? 'could not run' };
  switch (test.status) {
    case 'passed':
      return undefined;
    case 'failed':
      return {
        kind: 'failure',
        message: test.failure?.sentence ?? 'failed',
        text: testText(lesson, test) ?? '',
      };
    case 'not started':
    case 'not run':
      return { kind: 'skipped', message: test.reason ?? test.status };
  }
}
