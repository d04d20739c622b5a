// Hands subjects what is no column, to make those that share the grader's process stumble.
import fc from 'fast-check';
const odd = [null, 'text', {}, [], { length: 1e9 }, new Float64Array(3), new Float32Array(0), -1, undefined];
export const properties = () => ({
  'the mean is 0': (standardize: (values: any) => Promise<unknown>) =>
    fc.asyncProperty(fc.constantFrom(...odd), async (value) => {
      const answer = await standardize(value).catch((error: Error) => error.stack);
      return !String(answer).includes('solutions');
    }),
});
