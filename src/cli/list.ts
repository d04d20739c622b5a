import { currentLesson, listLessons, type Standing } from '#kit/course';
import { absentFunctions } from './absent-functions';
import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { renderList, searched } from './list-page';
import { standings } from './standings';
import { thisTerminal } from './terminal';

const usage = `npm run list             every lesson, how far you are, and where to go on
npm run list mean        those with a word in their title, status or functions
npm run list -s -- --json  as one JSON object`;

await runCommand(usage, { json: flag }, async ({ values, positionals }) => {
  const all = await standings(listLessons());
  const words = positionals.join(' ');
  const shown = searched(all, words);
  if (shown.length === 0) throw new UsageError(`No lesson has "${words}" in its title, status or functions.`);
  const next = currentLesson(all) === undefined ? await atTheEnd() : '';
  writeAnswer(
    values.json,
    () => asObject(all, shown),
    () => renderList(all, shown, thisTerminal(), next),
  );
  return 0;
});

/** What there is to do when all is done. */
async function atTheEnd(): Promise<string> {
  const { whyCalls } = await import('#kit/race');
  return absentFunctions(whyCalls).length === 0
    ? 'npm run why sets what the article says beside what you measure.'
    : 'npm run lab draws what you have written.';
}

function asObject(all: readonly Standing[], shown: readonly Standing[]): object {
  const done = all.filter(({ status }) => status === 'done').length;
  const adopted = all.filter(({ status }) => status === 'adopted').length;
  const lessons = shown.map(({ lesson: { number, name, title, exercise }, ...rest }) => {
    return { number, name, title, exercise, ...rest };
  });
  return { done, adopted, of: all.length, current: currentLesson(all)?.lesson.name ?? null, lessons };
}
