// Draws data from an arbitrary that does not come to an end.
import fc from 'fast-check';
export const properties = () => ({
  'the mean is 0': () =>
    fc.asyncProperty(
      fc.constant(0).filter(() => false),
      async () => true,
    ),
});
