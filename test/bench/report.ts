/**
 * How long `npm run race -- --report` takes at the article's full size, with every lesson done by its solution.
 *
 *   npm run bench:report
 */
import { Sandbox } from '../cli/sandbox';
import { median } from './median';

const ROUNDS = 5;

const course = new Sandbox();
try {
  for (const recipe of ['plain', 'article']) {
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      const options = ['--shelf', 'solutions', '--recipe', recipe, '--report', 'race.html'];
      const { code, err } = course.run('race', options);
      if (code !== 0) throw new Error(err);
      seconds.push((performance.now() - begun) / 1000);
    }
    console.log(`${recipe.padEnd(8)} ${median(seconds).toFixed(2)} s (limit 5)`);
  }
} finally {
  course.dispose();
}
