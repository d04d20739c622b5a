import fc from 'fast-check';
import { properties as strong } from '#solutions/05-properties/exercise';

export * from '#solutions/05-properties/exercise';

export const mistake = 'Two equal values are asked to come out in order, though neither is greater.';

export function properties(): ReturnType<typeof strong> {
  const strict = (standardize: (values: Float32Array) => Promise<Float32Array>) =>
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2 }), async (prices) => {
      const sorted = Float32Array.from(prices).toSorted();
      const z = await standardize(sorted);
      return z.every((entry, i) => i === 0 || z[i - 1] < entry);
    });
  return { ...strong(), 'the order is strict': strict };
}
