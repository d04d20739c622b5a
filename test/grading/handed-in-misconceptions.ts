import { build } from 'esbuild';
import { loadAnswerKey, loadMisconception, loadSuite, type Lesson } from '#kit/course';
import { seedFor, type Submission } from '#kit/grading';
import { direct } from '#kit/testing';
import { graded, openClass, SECRET } from './class';
import { asExercise } from './misconception-as-exercise';

const RUNS = 25;

/** A known mistake of a lesson. */
export interface Mistake {
  readonly lesson: Lesson;
  readonly name: string;
}

/** What it cost somebody to hand in a mistake. */
export interface Cost extends Mistake {
  readonly score: number;
  readonly maxScore: number;
  /** Tasks that gave no points. */
  readonly lost: readonly string[];
  /** Tasks of which a test fails on the same data in this process, without any grading. */
  readonly failing: readonly string[];
  /** Why it was not graded, or in which state it is. */
  readonly state: string;
}

/** Hands in mistakes, each as a submission of its lesson alone. */
export async function costsOf(mistakes: readonly Mistake[]): Promise<Cost[]> {
  const submissions = await Promise.all(mistakes.map(asSubmission));
  const lessons = [...new Set(mistakes.map(({ lesson }) => lesson.name))];
  const classroom = await openClass({ lessons, runs: RUNS });
  const results = await graded(classroom, submissions).finally(() => classroom.close());
  const costs: Cost[] = [];
  for (const mistake of mistakes) {
    const result = results
      .get(titleOf(mistake))
      ?.lessons.find(({ lesson }) => lesson === mistake.lesson.name);
    if (result === undefined) throw new Error(`${titleOf(mistake)} has no result.`);
    const { score, maxScore, tasks, status, trouble } = result;
    const lost = tasks.filter((task) => task.score < task.maxScore).map((task) => task.name);
    const failing = await failingTasks(mistake);
    costs.push({ ...mistake, score, maxScore, lost, failing, state: trouble ?? status });
  }
  return costs;
}

const titleOf = ({ lesson, name }: Mistake) => `${lesson.number} ${name}`;

async function asSubmission(mistake: Mistake): Promise<Submission> {
  const text = await asExercise(build, mistake.lesson, mistake.name);
  return { name: titleOf(mistake), exercises: { [mistake.lesson.name]: { text } } };
}

async function failingTasks({ lesson, name }: Mistake): Promise<string[]> {
  const suite = await loadSuite(lesson);
  const text = await asExercise(build, lesson, name);
  const { module } = await loadMisconception(lesson, name);
  const failing = new Set<string>();
  for (const test of suite.tests) {
    if (failing.has(test.task)) continue;
    const options = {
      seed: seedFor(SECRET, lesson.name, [text]),
      runs: RUNS,
      answerKey: loadAnswerKey,
      shrink: false,
    };
    const outcome = await test.run(direct(module), options);
    if (outcome.status !== 'passed') failing.add(test.task);
  }
  return suite.tasks.map((task) => task.name).filter((task) => failing.has(task));
}
