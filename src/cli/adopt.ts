import { adopt, hasSolution } from '#kit/course';
import { flag, runCommand, writeAnswer } from './arguments';
import { chosenLesson } from './chosen-lessons';
import { noSolution } from './no-solution';
import { adoptedInWords, asObject } from './replaced-words';

const usage = `npm run adopt 04      puts the solution of lesson 04 into your exercise, so
                      that later lessons open. What you had is kept in
                      .common-scale/kept/
npm run adopt 04 -s -- --json   as one JSON object`;

await runCommand(usage, { json: flag }, async ({ values, positionals }) => {
  const lesson = chosenLesson(positionals, usage);
  if (!hasSolution(lesson)) {
    process.stderr.write(`${noSolution(lesson, 'there is nothing to adopt')}\n`);
    return 1;
  }
  const replaced = adopt(lesson);
  writeAnswer(
    values.json,
    () => asObject(lesson, replaced),
    () => adoptedInWords(lesson, replaced),
  );
  return 0;
});
