import type { Backend } from '#kit/gpu';
import type { LiveArmName, Recipe } from '#kit/race';

export const dataNames = ['article', 'cars', 'diamonds', 'file'] as const;
export const optimizers = ['plain', 'adam'] as const;
export const schedules = ['constant', 'one-cycle'] as const;
export const backends = ['cpu', 'webasm', 'webgl2', 'webgpu'] as const;
export const armNames = ['normalized', 'raw', 'raw at its best rate'] as const;

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
};

/** What the article trained with. */
export const articleRecipe: Settings = {
  ...start,
  rate: 10,
  optimizer: 'adam',
  schedule: 'one-cycle',
  decay: 0.01,
  epochs: 10,
};

/** Between these the numbers lie. */
export const bounds = {
  rows: { least: 10, most: 2_000_000 },
  rate: { least: 1e-10, most: 100 },
  decay: { least: 0, most: 1 },
  batch: { least: 1, most: 1_000_000 },
  seed: { least: -1e15, most: 1e15 },
  epochs: { least: 1, most: 1_000 },
} as const;

/** An arm that looks for its own rate does so with plain descent at constant rates. */
export function armsOf({ arms, optimizer, schedule }: Settings): readonly LiveArmName[] {
  const isPlain = optimizer === 'plain' && schedule === 'constant';
  return armNames.filter((name) => arms.includes(name) && (isPlain || name !== 'raw at its best rate'));
}
