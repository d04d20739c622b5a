// Returns properties that hold or break by chance.
import fc from 'fast-check';
export const properties = () =>
  Object.fromEntries(
    ['mean', 'deviation', 'order'].map((name) => [
      name,
      () => {
        const holds = Math.random() < 0.5;
        return fc.asyncProperty(fc.constant(0), async () => holds);
      },
    ]),
  );
