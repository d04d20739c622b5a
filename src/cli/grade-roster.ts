import { mkdirSync } from 'node:fs';
import { runCommand, UsageError } from './arguments';
import { fetchStudent } from './roster/fetch-student';
import { readRoster, type Student } from './roster/read-roster';

const usage = `npm run grade:roster -- parts ROSTER.csv
                              how many jobs grade this roster, as a JSON list
npm run grade:roster -- fetch ROSTER.csv --part N --into DIR
                              fetches what the students of one job have at GitHub`;

/** A job that installs the course should have something to do afterwards. */
const STUDENTS = 20;
/** A matrix of GitHub Actions has no more jobs. */
const MOST_PARTS = 256;

await runCommand(
  usage,
  { part: { type: 'string' }, into: { type: 'string' } },
  async ({ values, positionals }) => {
    const [action, file, another] = positionals;
    if (file === undefined || another !== undefined) throw new UsageError(usage);
    const parts = partsOf(readRoster(file));
    if (parts.length === 0) throw new UsageError(`There is nobody in ${file}.`);
    if (action === 'parts') {
      process.stdout.write(`${JSON.stringify(parts.map((_, index) => index))}\n`);
      return 0;
    }
    const part = parts[Number(values.part ?? '')];
    if (action !== 'fetch' || values.into === undefined || part === undefined) throw new UsageError(usage);
    mkdirSync(values.into, { recursive: true });
    const { GITHUB_API_URL: api = 'https://api.github.com', ROSTER_TOKEN: token = '' } = process.env;
    for (const student of part) {
      const wrong = await fetchStudent(student, values.into, { api, token });
      if (wrong !== undefined) process.stderr.write(`${wrong}\n`);
    }
    return 0;
  },
);

function partsOf(students: readonly Student[]): Student[][] {
  const size = Math.max(STUDENTS, Math.ceil(students.length / MOST_PARTS));
  const count = Math.ceil(students.length / size);
  return Array.from({ length: count }, (_, index) => students.slice(index * size, (index + 1) * size));
}
