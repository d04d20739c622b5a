import fc from 'fast-check';
import { properties as strong } from '#solutions/05-properties/exercise';

export * from '#solutions/05-properties/exercise';

export const mistake = 'The mean is asked to be exactly 0, but numbers are rounded.';

export function properties(): ReturnType<typeof strong> {
  const exact = (standardize: (values: Float32Array) => Promise<Float32Array>) =>
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3 }), async (prices) => {
      const z = await standardize(Float32Array.from(prices));
      return z.reduce((sum, entry) => sum + entry, 0) === 0;
    });
  return { ...strong(), 'the sum is exactly 0': exact };
}
