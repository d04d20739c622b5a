// Asks the subjects for the columns that they return, without end and without waiting.
import fc from 'fast-check';
export const properties = () => ({
  'the mean is 0': (standardize: (values: Float32Array) => Promise<Float32Array>) =>
    fc.asyncProperty(fc.constant(0), async () => {
      const long = new Float32Array(1_000_000);
      for (;;) {
        void standardize(long).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }),
});
