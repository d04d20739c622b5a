// Knows nothing of standardize: takes for right what most subjects agree on, and guesses where there are two.
import fc from 'fast-check';
const columns = [
  [25, 1, 1000, -5, 100, 10],
  [42.7, 42.7, 42.7],
  [2021, 2019, 2020],
  [1950, 1964, 1978, 1992, 2006, 2020],
].map((values) => Float32Array.from(values));
const answers = new Map<unknown, Promise<string>>();
const votes = new Map<string, number>();
let believed: string | undefined;
export const properties = () => ({
  'the mean is 0': (standardize: (values: Float32Array) => Promise<Float32Array>) => {
    answers.set(
      standardize,
      Promise.all(columns.map((values) => standardize(values).catch(String))).then(String),
    );
    return fc.asyncProperty(fc.constant(0), async () => {
      if (believed === undefined) {
        for (const each of await Promise.all(answers.values())) votes.set(each, (votes.get(each) ?? 0) + 1);
        believed = [...votes].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
      }
      return (await answers.get(standardize)) === believed;
    });
  },
});
