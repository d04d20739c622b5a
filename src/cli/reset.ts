import { listLessons, reset } from '#kit/course';
import { readArguments, runCommand } from './arguments';
import { chosenLesson } from './chosen-lessons';
import { asObject, resetInWords } from './replaced-words';

const usage = `npm run reset 03      makes your exercise of lesson 03 blank again; brings it
                      back when it is gone. What you had is kept in
                      .common-scale/kept/
npm run reset 03 -s -- --json   as one JSON object`;

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
  const lesson = chosenLesson(positionals, usage, listLessons('src/course/blank'));
  const replaced = reset(lesson);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(asObject(lesson, replaced), null, 2)}\n`
      : `${resetInWords(lesson, replaced)}\n`,
  );
  return 0;
});
