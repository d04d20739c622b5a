// Throws text on which careless regular expressions take for ever: brackets, slashes, spaces.
const hard = [
  '(0'.repeat(200_000),
  ' '.repeat(300_000),
  '/lessons/'.repeat(30_000),
  '__vite_ssr_import_'.repeat(20_000),
];
let count = 0;
export const mean = () => {
  throw new Error(hard[count++ % hard.length]);
};
export const center = async () => {
  throw `${hard.join(' , ')}\n at lessons/02-mean-centering/exercise.ts:${'1'.repeat(100_000)}`;
};
