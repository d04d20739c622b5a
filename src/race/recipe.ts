import type { Update } from '#kit/data';
import { plainUpdate } from './arm';
import { articleUpdate } from './article-recipe/recipe';
import type { ArticleFunctions } from './functions';

/** How steps are made, whatever the data. */
export interface Recipe {
  /** Plain descent, or Adam. */
  readonly optimizer: 'plain' | 'adam';
  /** The same rate at every step, or one cycle with the rate as its peak. */
  readonly schedule: 'constant' | 'one-cycle';
  readonly learningRate: number;
  /** Adam's; plain descent has none. */
  readonly weightDecay: number;
}

/** Names of the functions that a recipe's steps are made of. */
export function recipeNeeds({ optimizer, schedule }: Pick<Recipe, 'optimizer' | 'schedule'>) {
  return [
    ...(optimizer === 'adam' ? (['startAdam', 'adamStep'] as const) : (['descend'] as const)),
    ...(schedule === 'one-cycle' ? (['oneCycle'] as const) : []),
  ];
}

/** A recipe as an update of its own: it remembers, so each training gets a new one. */
export function updateBy(recipe: Recipe, functions: ArticleFunctions, features: number): Update {
  const { optimizer, schedule, learningRate, weightDecay } = recipe;
  if (optimizer === 'plain') {
    if (schedule === 'constant') return plainUpdate(learningRate, functions);
    return (model, gradient, position) =>
      functions.descend(model, gradient, functions.oneCycle(position, { peak: learningRate }).learningRate);
  }
  if (schedule === 'one-cycle')
    return articleUpdate(functions, features, { peak: learningRate, weightDecay });
  let state = functions.startAdam(features);
  return async (model, gradient) => {
    const after = await functions.adamStep(model, gradient, state, { learningRate, weightDecay });
    ({ state } = after);
    return after.model;
  };
}
