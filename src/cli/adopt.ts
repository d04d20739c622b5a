import { adopt, hasSolution } from '#kit/course';
import { readArguments, runCommand } from './arguments';
import { chosenLesson } from './chosen-lessons';
import { noSolution } from './no-solution';
import { adoptedInWords, asObject } from './replaced-words';

const usage = `npm run adopt 04      puts the solution of lesson 04 into your exercise, so
                      that later lessons open. What you had is kept in
                      .common-scale/kept/
npm run adopt 04 -s -- --json   as one JSON object`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
    usage,
  );
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const lesson = chosenLesson(positionals, usage);
  if (!hasSolution(lesson)) {
    process.stderr.write(`${noSolution(lesson, 'there is nothing to adopt')}\n`);
    return 1;
  }
  const replaced = adopt(lesson);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(asObject(lesson, replaced), null, 2)}\n`
      : `${adoptedInWords(lesson, replaced)}\n`,
  );
  return 0;
});
