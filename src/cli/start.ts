import { runCommand, UsageError, type Called } from './arguments';
import { chosenBackend } from './chosen-backend';
import { chosenLessons } from './chosen-lessons';
import { Session } from './watch/session';

const usage = `npm start                the course in your terminal: runs your lesson at every save
npm start 03             begins with lesson 03; 3 and 03-std-scaling mean the same
npm start -- --backend NAME   where kernels run: cpu (default), webasm or dev
Where there is no terminal, it is npm test, with all of its options.`;

const wantsHelp = process.argv.some((argument) => argument === '--help' || argument === '-h');
const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
const commandOptions = { backend: { type: 'string' } } as const;

if (isTerminal || wantsHelp) await runCommand(usage, commandOptions, start);
else await import('./test');

async function start({ values, positionals }: Called<typeof commandOptions>): Promise<number> {
  if (positionals.length > 1) throw new UsageError(`One lesson to begin with is enough.\n\n${usage}`);
  const [lesson] = positionals.length === 0 ? [] : chosenLessons(positionals);
  const farewell = await new Session({ backend: chosenBackend(values.backend), lesson }).run();
  process.stdout.write(`${farewell}\n`);
  return 0;
}
