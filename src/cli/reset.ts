import { listLessons, reset } from '#kit/course';
import { flag, runCommand, writeAnswer } from './arguments';
import { chosenLesson } from './chosen-lessons';
import { asObject, resetInWords } from './replaced-words';

const usage = `npm run reset 03      makes your exercise of lesson 03 blank again; brings it
                      back when it is gone. What you had is kept in
                      .common-scale/kept/
npm run reset 03 -s -- --json   as one JSON object`;

await runCommand(usage, { json: flag }, async ({ values, positionals }) => {
  const lesson = chosenLesson(positionals, usage, listLessons('src/course/blank'));
  const replaced = reset(lesson);
  writeAnswer(
    values.json,
    () => asObject(lesson, replaced),
    () => resetInWords(lesson, replaced),
  );
  return 0;
});
