import { withoutChecks } from '#kit/gpu';
import type { AnswerKey, Misconception } from '../answer-key';
import type { Test } from '../definition';
import { direct, type Implementation } from '../implementation';
import { behavesAlike } from './behaves-alike';
import { observe, type Observation } from './observe';
import type { Symptom } from './symptom';

/** Above so many milliseconds for one look, it pays to rule suspects out in earlier tests. */
const SLOW = 20;

/** … which took no longer than this, in all their runs. */
const QUICK = 200;

/** How much random data an earlier test draws for that. */
const FEW = 3;

/** The known mistakes of a lesson, beside a learner's code and the right one. */
export class Suspects<Exercise extends object> {
  private readonly right: Implementation<Exercise>;
  private last: { test: Test<Exercise>; data: unknown; observation: Observation } | undefined;

  constructor(
    private readonly symptom: Symptom<Exercise>,
    private readonly learner: Implementation<Exercise>,
    private readonly key: AnswerKey,
  ) {
    this.right = direct(key.solution as Exercise);
  }

  /**
   * Those that change a function which the test calls; where looking costs much, only those of them that
   * pass the earlier tests, as the learner's code did.
   */
  async possible(): Promise<readonly Misconception[]> {
    const { suite, test, data, seed, milliseconds } = this.symptom;
    const started = performance.now();
    const { called } = await this.rightly(test, data[0]);
    const time = performance.now() - started;
    let left: readonly Misconception[] = this.key.misconceptions.filter((suspect) =>
      this.changes(suspect, called),
    );
    if (time <= SLOW) return left;
    for (const earlier of suite.tests.slice(0, test.index)) {
      if ((milliseconds[earlier.index] ?? Infinity) > QUICK) continue;
      for (const each of earlier.draw(seed, FEW)) {
        const passing: Misconception[] = [];
        for (const suspect of left) {
          const { outcome } = await this.look(earlier, implementationOf(suspect), each);
          if (outcome.status === 'passed') passing.push(suspect);
        }
        left = passing;
      }
    }
    return left;
  }

  /** Those of whom a test sees what it sees of the learner's code. */
  async fitting(
    test: Test<Exercise>,
    data: unknown,
    among: readonly Misconception[],
  ): Promise<readonly Misconception[]> {
    if (among.length === 0) return among;
    const learner = await this.look(test, this.learner, data);
    const right = await this.rightly(test, data);
    const fitting: Misconception[] = [];
    for (const suspect of among) {
      const behaviour = await this.look(test, implementationOf(suspect), data);
      if (behavesAlike(learner, behaviour, right)) fitting.push(suspect);
    }
    return fitting;
  }

  /**
   * Those that another test judges alike. Where that takes long, all of them; also where it has data of its own
   * or watches kernels, and the learner's code fails: there may be another mistake beside this one.
   */
  async agreeing(
    test: Test<Exercise>,
    data: unknown,
    among: readonly Misconception[],
  ): Promise<readonly Misconception[]> {
    if (among.length === 0) return among;
    const started = performance.now();
    const learner = await this.look(test, this.learner, data);
    if (performance.now() - started > 2 * SLOW) return among;
    const passed = learner.outcome.status === 'passed';
    if (!passed && (data === undefined || learner.sawLaunches)) return among;
    const right = await this.rightly(test, data);
    const agreeing: Misconception[] = [];
    for (const suspect of among) {
      const behaviour = await this.look(test, implementationOf(suspect), data);
      const agrees = passed ? behaviour.outcome.status === 'passed' : behavesAlike(learner, behaviour, right);
      if (agrees) agreeing.push(suspect);
    }
    return agreeing;
  }

  /**
   * Where the learner's code remembers, so that the same test does not see the same twice: those that
   * behave like it after the same history of calls.
   */
  async fittingWithHistory(): Promise<readonly Misconception[]> {
    const { suite, test, data, seed } = this.symptom;
    const right = await this.rightly(test, data[0]);
    // It has been looked at once before, when nobody fitted.
    const before = await this.look(test, this.learner, data[0]);
    const now = await this.look(test, this.learner, data[0]);
    if (behavesAlike(before, now, right)) return [];
    const fitting: Misconception[] = [];
    const { misconceptions } = await this.key.again();
    for (const suspect of misconceptions) {
      const implementation = implementationOf<Exercise>(suspect);
      for (const earlier of suite.tests.slice(0, test.index + 1)) await earlier.run(implementation, { seed });
      for (let looks = 0; looks < 2; looks++) await this.look(test, implementation, data[0]);
      if (behavesAlike(now, await this.look(test, implementation, data[0]), right)) fitting.push(suspect);
    }
    return fitting;
  }

  private changes({ module }: Misconception, called: ReadonlySet<string>): boolean {
    const [wrong, right] = [module, this.key.solution] as Record<string, unknown>[];
    return [...called].some((name) => wrong?.[name] !== right?.[name]);
  }

  /** What a test sees of the right one, looked at once. */
  private async rightly(test: Test<Exercise>, data: unknown): Promise<Observation> {
    if (this.last?.test === test && this.last.data === data) return this.last.observation;
    const observation = await this.look(test, this.right, data);
    this.last = { test, data, observation };
    return observation;
  }

  /** Kernels are looked at twice only where that is what found the mistake: it takes time. */
  private look(
    test: Test<Exercise>,
    implementation: Implementation<Exercise>,
    data: unknown,
  ): Promise<Observation> {
    const { kind, seed } = this.symptom;
    const look = () => observe(test, implementation, data, seed);
    return kind === 'kernel' ? look() : withoutChecks(look);
  }
}

function implementationOf<Exercise extends object>({ module }: Misconception): Implementation<Exercise> {
  return direct(module as Exercise);
}
