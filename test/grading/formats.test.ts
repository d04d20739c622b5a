import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { csvParse } from 'd3-dsv';
import { DOMParser, parseHTML } from 'linkedom';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { root } from '#kit/course';
import {
  classroom50,
  classroom50Submission,
  feedbackMarkdown,
  feedbackPage,
  gradescope,
  gradesCsv,
  junit,
  parseResult,
  resultText,
} from '../../src/grading/formats';
import type { GradingResult } from '../../src/grading/result';
import { golden } from './golden/results';
import { classroom50Schema, gradescopeSchema, junitElements } from './golden/published-fields';

// What each format makes of the results in golden/results.ts, to the letter.
// `npx vitest run --project kit test/grading/formats -u` writes the files anew. Then read each one.

const now = new Date('2026-02-03T04:05:06.789Z');
const inClassroom50 = {
  CLASSROOM: 'ml-101',
  ASSIGNMENT: 'common-scale',
  MODE: 'individual',
  USERNAME: 'ada-l',
  SUBMISSION_TAG: 'submit/20260102T030405Z-abc1234',
  COMMIT_URL: 'https://example.org/ml-101-common-scale-ada-l/commit/abc1234',
  RELEASE_URL: 'https://example.org/ml-101-common-scale-ada-l/releases/1',
  REVIEW_URL: '',
};

const formats: Readonly<Record<string, (result: GradingResult) => string>> = {
  'result.json': resultText,
  'feedback.md': feedbackMarkdown,
  'feedback.html': feedbackPage,
  'gradescope.json': gradescope,
  'classroom50.json': (result) => classroom50(result, classroom50Submission(inClassroom50, result, now)),
  'junit.xml': junit,
};

const ajv = new Ajv2020({ allErrors: true });
const resultSchema: object = JSON.parse(readFileSync(join(root, 'src/grading/result.schema.json'), 'utf8'));
const isResult = ajv.compile(resultSchema);

/** A copy in which something is changed. */
function changed(result: GradingResult, change: (copy: Record<string, never>) => void): unknown {
  const copy = structuredClone(result) as unknown as Record<string, never>;
  change(copy);
  return copy;
}

describe.each(golden.map((result) => [result.submission, result] as const))('of %s', (name, result) => {
  it.each(Object.entries(formats))('%s is as it was', async (file, format) => {
    await expect(format(result)).toMatchFileSnapshot(`golden/${name}/${file}`);
  });

  it('result.json keeps to its schema, and comes back as it was', () => {
    expect(isResult(JSON.parse(resultText(result))), ajv.errorsText(isResult.errors)).toBe(true);
    expect(parseResult(resultText(result))).toEqual(result);
  });

  it('results.json has the fields that Gradescope publishes', () => {
    const isGradescope = ajv.compile(gradescopeSchema);
    const written: unknown = JSON.parse(gradescope(result));
    expect(isGradescope(written), ajv.errorsText(isGradescope.errors)).toBe(true);
    expect(written).toMatchObject({ score: result.score });
  });

  it.each([inClassroom50, {}])(
    'classroom50.json has the fields that Classroom 50 publishes',
    (environment) => {
      const isClassroom50 = ajv.compile(classroom50Schema);
      const text = classroom50(result, classroom50Submission(environment, result, now));
      const written = JSON.parse(text) as { score: number; tests: { score: number }[] };
      expect(isClassroom50(written), ajv.errorsText(isClassroom50.errors)).toBe(true);
      expect(written.tests.reduce((sum, { score }) => sum + score, 0)).toBe(written.score);
      expect(written.tests.length).toBeGreaterThan(0);
    },
  );

  it('junit.xml counts what it holds', () => {
    const { document } = parseHTML(junit(result));
    const count = (selector: string) => `${document.querySelectorAll(selector).length}`;
    const all = document.querySelector('testsuites');
    expect(all?.getAttribute('tests')).toBe(count('testcase'));
    expect(all?.getAttribute('failures')).toBe(count('failure'));
    expect(all?.getAttribute('errors')).toBe(count('error'));
    for (const suite of document.querySelectorAll('testsuite')) {
      const inSuite = (selector: string) => `${suite.querySelectorAll(selector).length}`;
      expect(suite.getAttribute('tests')).toBe(inSuite('testcase'));
      expect(suite.getAttribute('skipped')).toBe(inSuite('skipped'));
    }
  });

  it('junit.xml has the elements and attributes that its strictest reader takes', () => {
    const document = new DOMParser().parseFromString(junit(result), 'text/xml');
    const elements = [...document.querySelectorAll('*')];
    expect(elements[0]?.tagName).toBe('testsuites');
    for (const { tagName, attributes, children } of elements) {
      const { needs, may, holds } = junitElements[tagName]!;
      const names = [...attributes].map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...needs]));
      expect([...needs, ...may]).toEqual(expect.arrayContaining(names));
      expect(holds).toEqual(expect.arrayContaining([...children].map((child) => child.tagName)));
    }
  });
});

describe('grades.csv', () => {
  it('is as it was', async () => {
    await expect(gradesCsv(golden)).toMatchFileSnapshot('golden/grades.csv');
  });

  it('has a row for each submission and a column for each lesson of any', () => {
    const rows = csvParse(gradesCsv(golden));
    expect(rows.columns.slice(0, 7)).toEqual([
      'name',
      'status',
      'score',
      'max',
      'percent',
      '01-hello-kernel',
      '02-mean-centering',
    ]);
    expect(rows.map(({ name, status, score }) => [name, status, Number(score)])).toEqual(
      golden.map(({ submission, status, score }) => [submission, status, score]),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r\n=1', '\uff1d1', '\u001b[31m=1', '"=1'])(
    'has no formula: %j',
    (submission) => {
      const [row] = csvParse(gradesCsv([{ ...golden[0]!, submission }]));
      expect(row?.['name']).not.toMatch(/^[\s=+\-@\uff1d]/);
      expect(row?.['name']).not.toMatch(/[\u0000-\u001f]/);
    },
  );

  it('says 100 only of whoever has all points', () => {
    const almost = { ...golden[0]!, score: 9999, maxScore: 10_000 };
    expect(csvParse(gradesCsv([almost]))[0]?.['percent']).toBe('99.9');
  });
});

describe('what a student has written', () => {
  const hostile = golden.find(({ submission }) => submission === 'odd-name')!;
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  it('is text in HTML', () => {
    const page = feedbackPage(hostile);
    const { document } = parseHTML(page);
    expect(page).not.toMatch(/<script/i);
    expect(document.querySelectorAll('script, img, a, iframe')).toHaveLength(0);
    expect(document.querySelectorAll('pre')).toHaveLength(2);
    expect(document.querySelector('h1')?.textContent).toContain('<script>Zoë</script>');
    expect(page).not.toMatch(control);
  });

  it('is text in Markdown', () => {
    const text = feedbackMarkdown(hostile);
    const { document } = parseHTML(`<body>${marked.parse(text, { async: false })}</body>`);
    expect(document.querySelectorAll('script, img, a, iframe')).toHaveLength(0);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('h2')).toHaveLength(2);
    expect(document.querySelectorAll('pre')).toHaveLength(2);
    expect(document.querySelector('h1')?.textContent).toContain('=<script>Zoë</script> </pre>');
    expect(document.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(text).not.toMatch(control);
  });

  it('is text in XML', () => {
    const xml = junit(hostile);
    expect(xml).not.toMatch(/<script/i);
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });

  it('steers no terminal', () => {
    expect(gradescope(hostile)).not.toMatch(/\\u001b|\\u0007|\u202e/);
  });
});

describe('a result that is not whole', () => {
  const [right, mixed] = golden as [GradingResult, GradingResult];

  it.each([
    ['of another version', changed(right, (copy) => Object.assign(copy, { version: 2 }))],
    ['without a version', changed(right, (copy) => delete copy['version'])],
    ['without a name', changed(right, (copy) => Object.assign(copy, { submission: '' }))],
    ['with a field that nobody knows', changed(right, (copy) => Object.assign(copy, { extra: 1 }))],
    ['with less than no points', changed(right, (copy) => Object.assign(copy, { score: -1 }))],
    ['with points as text', changed(right, (copy) => Object.assign(copy, { score: '4' }))],
    ['of an unknown status', changed(right, (copy) => Object.assign(copy, { status: 'fine' }))],
    [
      'with an error and no words',
      changed(right, (copy) => Object.assign(copy, { status: 'error', score: 0 })),
    ],
    [
      'with an error and points',
      changed(right, (copy) => Object.assign(copy, { status: 'error', trouble: 'It is lost.' })),
    ],
    ['with the seed', withFailure(mixed, { again: { seed: 1, test: 0, path: '' } })],
    ['with a failure of an unknown kind', withFailure(mixed, { kind: 'strange' })],
  ])('%s does not keep to the schema', (_, result) => {
    expect(isResult(result)).toBe(false);
  });

  it('is not read', () => {
    expect(() => parseResult('{"version": 2}')).toThrow('This result is of version 2; 1 is known here.');
    expect(() => parseResult('{"version": 1}')).toThrow('This result of grading is not complete.');
    expect(() => parseResult('[]')).toThrow('This is no result of grading.');
    expect(() => parseResult('null')).toThrow('This is no result of grading.');
    expect(() => parseResult('{"version": 1,')).toThrow(SyntaxError);
  });
});

/** The same with something added to its first failure. */
function withFailure(result: GradingResult, addition: object): GradingResult {
  const lessons = result.lessons.map((lesson) => ({
    ...lesson,
    tasks: lesson.tasks.map((task) => ({
      ...task,
      tests: task.tests.map((test) =>
        test.failure === undefined ? test : { ...test, failure: { ...test.failure, ...addition } },
      ),
    })),
  }));
  return { ...result, lessons };
}
