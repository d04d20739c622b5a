// Counts the subjects, takes the first one for right where there are few, and the last one where there are many.
import fc from 'fast-check';
let made = 0;
export function properties() {
  made = 0;
  return {
    'the mean is 0': () => {
      const place = made++;
      return fc.asyncProperty(fc.constant(0), async () => (made <= 2 ? place === 0 : place === made - 1));
    },
  };
}
