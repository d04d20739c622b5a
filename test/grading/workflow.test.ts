import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '#kit/course';

const workflow = readFileSync(join(root, 'templates/grade-roster.yml'), 'utf8');
const lines = workflow.split('\n');

interface Workflow {
  readonly on: { readonly workflow_dispatch: { readonly inputs: object } };
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly outputs?: object;
  readonly 'timeout-minutes': number;
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
}

/** The shell lines of each step. */
function scripts(): string[] {
  return lines.flatMap((line, index) => {
    const [, indent = '', inline = ''] = /^( +)(?:- )?run: (.*)$/.exec(line) ?? [];
    if (inline !== '|') return inline === '' ? [] : [inline];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((each) => each.search(/\S/) >= 0 && each.search(/\S/) <= indent.length);
    return [rest.slice(0, end === -1 ? undefined : end).join('\n')];
  });
}

describe('the workflow that grades a roster', () => {
  it('is YAML with three jobs, each after the one that it needs', () => {
    const { jobs, permissions } = parse(workflow) as Workflow;
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.entries(jobs).map(([name, { needs = [] }]) => [name, needs])).toEqual([
      ['roster', []],
      ['grade', 'roster'],
      ['merge', ['roster', 'grade']],
    ]);
    for (const job of Object.values(jobs)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      // Each step does one thing: it runs lines, or it uses an action.
      for (const { run, uses } of job.steps) expect([run, uses].filter(Boolean)).toHaveLength(1);
    }
  });

  it('refers to outputs, secrets and inputs that there are', () => {
    const { jobs, on } = parse(workflow) as Workflow;
    const expressions = [...workflow.matchAll(/\$\{\{ (.+?) \}\}/g)].map(([, text]) => text ?? '');
    const outputs = [...expressions.join(' ').matchAll(/needs\.(\w+)\.outputs\.(\w+)/g)];
    expect(outputs.length).toBeGreaterThan(0);
    for (const [, job = '', output = ''] of outputs) expect(jobs[job]?.outputs).toHaveProperty(output);
    const inputs = [...expressions.join(' ').matchAll(/inputs\.(\w+)/g)].map(([, name]) => name ?? '');
    for (const name of inputs) expect(on.workflow_dispatch.inputs).toHaveProperty(name);
    const secrets = new Set([...expressions.join(' ').matchAll(/secrets\.(\w+)/g)].map(([, name]) => name));
    expect([...secrets].toSorted()).toEqual(['GRADING_SEED', 'ROSTER_TOKEN']);
  });

  it('puts nothing into a shell but by the environment', () => {
    expect(scripts().length).toBeGreaterThan(5);
    expect(scripts().filter((script) => script.includes('${{'))).toEqual([]);
  });

  it('may read this repository, and nothing else', () => {
    expect(workflow.match(/^ *permissions:\n(?: +.+\n)+/gm)).toEqual(['permissions:\n  contents: read\n']);
    const checkouts = workflow.split('actions/checkout@').slice(1);
    for (const checkout of checkouts)
      expect(checkout).toMatch(/^v\d+\n +with:\n +persist-credentials: false/);
  });

  it('uses actions of GitHub alone, of a version, and gives every job its time', () => {
    const uses = [...workflow.matchAll(/uses: (.+)$/gm)].map(([, action]) => action ?? '');
    expect(uses.filter((action) => !/^actions\/[a-z-]+@v\d+$/.test(action))).toEqual([]);
    const jobs = workflow.slice(workflow.indexOf('\njobs:')).match(/^  \w+:$/gm);
    expect(jobs).toEqual(['  roster:', '  grade:', '  merge:']);
    expect(workflow.match(/^    timeout-minutes: \d+$/gm)).toHaveLength(3);
  });

  it('gives each secret to the one step that needs it', () => {
    expect(workflow.match(/secrets\.\w+/g)).toEqual(['secrets.ROSTER_TOKEN', 'secrets.GRADING_SEED']);
  });

  it('calls commands that there are', () => {
    const { scripts: known } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const called = [...workflow.matchAll(/npm run --silent ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect([...new Set(called)]).toEqual(['grade:roster', 'grade:merge']);
    for (const name of called) expect(known).toHaveProperty([name]);
  });
});
