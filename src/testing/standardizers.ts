import { phoneBills, years } from '#kit/data';
import { withoutChecks } from '#kit/gpu';
import type { LoadAnswerKey } from './answer-key';

type Standardize = (values: Float32Array) => Promise<Float32Array>;

export interface WrongStandardizer {
  /** 'sign flipped' */
  readonly name: string;
  readonly mistake: string;
  readonly standardize: Standardize;
}

export interface Standardizers {
  readonly right: Standardize;
  /** Only those that return other numbers: the rest is wrong in what they read, write or launch. */
  readonly wrong: readonly WrongStandardizer[];
}

const known = new WeakMap<LoadAnswerKey, Promise<Standardizers>>();

/** The right `standardize` of lesson 03, and the wrong ones; the same ones for the same key. */
export function standardizers(answerKey: LoadAnswerKey): Promise<Standardizers> {
  const found = known.get(answerKey) ?? taken(answerKey);
  known.set(answerKey, found);
  return found;
}

async function taken(answerKey: LoadAnswerKey): Promise<Standardizers> {
  const { solution, misconceptions } = await answerKey('03-std-scaling');
  const right = standardizeOf(solution);
  const wrong: WrongStandardizer[] = [];
  for (const { name, mistake, module } of misconceptions) {
    const standardize = standardizeOf(module);
    if (await differs(right, standardize)) {
      wrong.push({ name: name.replaceAll('-', ' '), mistake, standardize });
    }
  }
  return { right, wrong };
}

function standardizeOf(module: object): Standardize {
  const { standardize } = module as { standardize: Standardize };
  return (values) => withoutChecks(() => standardize(values));
}

/** More than any rounding, and less than any mistake. */
const APART = 1e-3;

async function differs(right: Standardize, wrong: Standardize): Promise<boolean> {
  for (const column of columns()) {
    const expected = await right(column.slice());
    const got = await wrong(column.slice()).catch(() => new Float32Array(0));
    if (!(got.length === expected.length && got.every((z, i) => Math.abs(z - expected[i]!) <= APART)))
      return true;
  }
  return false;
}

/** Of each kind one: unsorted, skewed, without spread, far from zero. */
function columns(): Float32Array[] {
  return [
    Float32Array.of(25, 1, 1000, -5, 100, 10),
    phoneBills(),
    Float32Array.of(42.7, 42.7, 42.7),
    Float32Array.of(3, 3, 3, 3),
    years(),
    Float32Array.of(2021, 2019, 2020),
  ];
}
