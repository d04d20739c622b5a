import { readArguments, runCommand, UsageError } from './arguments';
import { chosenBackend } from './chosen-backend';
import { chosenLessons } from './chosen-lessons';
import { Session } from './watch/session';

const usage = `npm start                the course in your terminal: runs your lesson at every save
npm start 03             begins with lesson 03; 3 and 03-std-scaling mean the same
npm start -- --backend NAME   where kernels run: cpu (default), webasm or dev
Where there is no terminal, it is npm test, with all of its options.`;

const wantsHelp = process.argv.some((argument) => argument === '--help' || argument === '-h');
const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
if (isTerminal || wantsHelp) await runCommand(start);
else await import('./test');

async function start(): Promise<number> {
  const { values, positionals } = readArguments(
    {
      backend: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    usage,
  );
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  if (positionals.length > 1) throw new UsageError(`One lesson to begin with is enough.\n\n${usage}`);
  const [lesson] = positionals.length === 0 ? [] : chosenLessons(positionals);
  const farewell = await new Session({ backend: chosenBackend(values.backend), lesson }).run();
  process.stdout.write(`${farewell}\n`);
  return 0;
}
