import fc from 'fast-check';
import { todo } from '#kit/todo';

/** A function that claims to be lesson 03's `standardize`: n values in, n values out. It may be wrong. */
type Standardize = (values: Float32Array) => Promise<Float32Array>;

/**
 * Properties of a right `standardize`: each holds for the right one on all data that it draws, and together
 * they find fault with every wrong one. They know nothing but the function that they are handed: no lesson's
 * exercise is imported here.
 *
 * @returns for each property a name, and a function that takes a `standardize` and makes an
 *   `fc.asyncProperty` about it; the predicate awaits `standardize`, and fails by throwing or by returning
 *   false. `standardize` computes in float32, so compare with a tolerance
 */
export function properties(): Record<string, (standardize: Standardize) => fc.IAsyncProperty<unknown>> {
  // TODO: decide which columns to draw: at least one arbitrary of Float32Arrays, perhaps some for special
  //       cases. (roughly 5 lines)
  // TODO: return an object of properties, the first of them "the mean is 0". (roughly 6 lines for each)
  return todo('properties');
}
