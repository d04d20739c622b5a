// Returns a hundred thousand properties with long names.
import fc from 'fast-check';
export const properties = () =>
  Object.fromEntries(
    Array.from({ length: 100_000 }, (_, count) => [
      `${count} ${'name '.repeat(50)}`,
      () => fc.asyncProperty(fc.constant(0), async () => true),
    ]),
  );
