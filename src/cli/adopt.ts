import { adopt, isAdopted } from '#kit/course';
import { readArguments, runCommand, UsageError } from './arguments';
import { chosenLessons } from './chosen-lessons';

const usage = `npm run adopt 04      puts the solution of lesson 04 into your exercise, so that later lessons open.
                      What you had is kept in .common-scale/kept/.`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    { help: { type: 'boolean', short: 'h', default: false } },
    usage,
  );
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const [lesson, another] = chosenLessons(positionals);
  if (positionals.length === 0 || lesson === undefined || another !== undefined) {
    throw new UsageError(`Say which lesson.\n\n${usage}`);
  }
  if (isAdopted(lesson)) {
    process.stdout.write(`Lesson ${lesson.number} is adopted already.\n`);
    return 0;
  }
  const kept = adopt(lesson);
  process.stdout.write(`${lesson.exercise} now holds the solution. Read its reasons.\n`);
  if (kept !== undefined) process.stdout.write(`What you had is in ${kept}\n`);
  return 0;
});
