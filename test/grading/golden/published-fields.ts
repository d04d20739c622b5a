const text = { type: 'string', minLength: 1 };
const points = { type: 'integer', minimum: 0 };
const visibility = { enum: ['visible', 'hidden', 'after_due_date', 'after_published'] };
const format = { enum: ['text', 'html', 'simple_format', 'md', 'ansi'] };

/** The fields that Gradescope lists: https://gradescope-autograders.readthedocs.io/en/latest/specs/ */
export const gradescopeSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['score', 'tests'],
  properties: {
    score: { type: 'number', minimum: 0 },
    execution_time: { type: 'number' },
    output: { type: 'string' },
    output_format: format,
    test_output_format: format,
    test_name_format: format,
    visibility,
    stdout_visibility: visibility,
    extra_data: { type: 'object' },
    leaderboard: { type: 'array' },
    tests: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['score'],
        properties: {
          score: { type: 'number', minimum: 0 },
          max_score: { type: 'number', minimum: 0 },
          status: { enum: ['passed', 'failed'] },
          name: text,
          name_format: format,
          number: text,
          output: { type: 'string' },
          output_format: format,
          tags: { type: 'array', items: text },
          visibility,
          extra_data: { type: 'object' },
        },
      },
    },
  },
};

const moment = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' };

/**
 * The fields that Classroom 50 lists for `classroom50/result/v1`:
 * https://github.com/foundation50/classroom50/blob/main/schemas/result-v1.schema.json
 */
export const classroom50Schema = {
  type: 'object',
  additionalProperties: false,
  required: [
    'schema',
    'classroom',
    'assignment',
    'assignment_type',
    'owner',
    'submission',
    'commit',
    'release',
    'review',
    'datetime',
    'score',
    'max-score',
    'tests',
  ],
  properties: {
    schema: { const: 'classroom50/result/v1' },
    classroom: text,
    assignment: text,
    assignment_type: { enum: ['individual', 'group'] },
    owner: text,
    submission: { type: 'string', pattern: '^submit/' },
    commit: text,
    release: text,
    review: text,
    datetime: moment,
    graded_at: moment,
    score: points,
    'max-score': points,
    submitted_by: { type: 'object' },
    tests: {
      type: 'array',
      items: {
        type: 'object',
        required: ['test-name', 'passed', 'score', 'max-score'],
        properties: {
          'test-name': text,
          passed: { type: 'boolean' },
          score: points,
          'max-score': points,
        },
      },
    },
  },
};

interface Element {
  readonly needs: readonly string[];
  readonly may: readonly string[];
  readonly holds: readonly string[];
}

const words: Element = { needs: [], may: ['type', 'message'], holds: [] };

/**
 * Elements, attributes and what is within, as the strictest reader takes them, Jenkins' xUnit plugin; all others take
 * more: https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export const junitElements: Readonly<Record<string, Element>> = {
  testsuites: { needs: [], may: ['name', 'time', 'tests', 'failures', 'errors'], holds: ['testsuite'] },
  testsuite: {
    needs: ['name', 'tests', 'failures', 'errors'],
    may: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file', 'log', 'url'],
    holds: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    needs: ['name'],
    may: ['time', 'classname', 'group'],
    holds: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: words,
  error: words,
  skipped: words,
};
