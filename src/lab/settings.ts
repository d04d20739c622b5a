import type { Backend } from '#kit/gpu';
import { theArticles, type LiveArmName, type Recipe } from '#kit/race';

export const dataNames = ['article', 'cars', 'diamonds', 'file'] as const;
export const optimizers = ['plain', 'adam'] as const;
export const schedules = ['constant', 'one-cycle'] as const;
export const backends = ['cpu', 'webasm', 'webgl2', 'webgpu'] as const;
export const armNames = ['normalized', 'raw', 'raw at its best rate'] as const;
export const units = ['raw', 'standard'] as const;

/** Everything that decides what the page shows. */
export interface Settings {
  readonly data: (typeof dataNames)[number];
  /** Of a file: the column to predict. */
  readonly target?: string;
  /** All of them when left out. */
  readonly rows?: number;
  /** One that suits the standardized columns when left out. */
  readonly rate?: number;
  readonly optimizer: Recipe['optimizer'];
  readonly schedule: Recipe['schedule'];
  readonly decay: number;
  readonly batch: number;
  readonly seed: number;
  /** The data set's own number when left out. */
  readonly epochs?: number;
  readonly arms: readonly LiveArmName[];
  readonly backend: Backend & (typeof backends)[number];
  /** What weights are drawn in: the units of the data, or per standard deviation. */
  readonly unit: (typeof units)[number];
}

export const start: Settings = {
  data: 'article',
  optimizer: 'plain',
  schedule: 'constant',
  decay: 0,
  batch: 64,
  seed: 1,
  arms: ['normalized', 'raw'],
  backend: 'cpu',
  unit: 'raw',
};

/** What the article trained with. */
export const articleRecipe: Settings = {
  ...start,
  data: theArticles.data,
  rate: theArticles.peak,
  optimizer: 'adam',
  schedule: 'one-cycle',
  decay: theArticles.weightDecay,
  batch: theArticles.batchSize,
  epochs: theArticles.epochs,
};

/** Between these the numbers lie. */
export const bounds = {
  rows: { least: 10, most: 2_000_000, isWhole: true },
  rate: { least: 1e-10, most: 100, isWhole: false },
  decay: { least: 0, most: 1, isWhole: false },
  batch: { least: 1, most: 1_000_000, isWhole: true },
  seed: { least: -1e15, most: 1e15, isWhole: true },
  epochs: { least: 1, most: 1_000, isWhole: true },
} as const;

/** An arm that looks for its own rate does so with plain descent at constant rates. */
export function armsOf({
  arms,
  optimizer,
  schedule,
}: Pick<Settings, 'arms' | 'optimizer' | 'schedule'>): readonly LiveArmName[] {
  const isPlain = optimizer === 'plain' && schedule === 'constant';
  return armNames.filter((name) => arms.includes(name) && (isPlain || name !== 'raw at its best rate'));
}
