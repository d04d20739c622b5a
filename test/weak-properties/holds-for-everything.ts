import fc from 'fast-check';
import { properties as strong } from '#solutions/05-properties/exercise';

export * from '#solutions/05-properties/exercise';

export const mistake = 'This property holds for every function that returns as many values as it gets.';

export function properties(): ReturnType<typeof strong> {
  const length = (standardize: (values: Float32Array) => Promise<Float32Array>) =>
    fc.asyncProperty(fc.float32Array({ minLength: 1, noNaN: true }), async (values) => {
      return (await standardize(values)).length === values.length;
    });
  return { ...strong(), 'the length stays': length };
}
