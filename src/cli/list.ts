import { currentLesson, listLessons, type Standing } from '#kit/course';
import { readArguments, runCommand, UsageError } from './arguments';
import { renderList, searched } from './list-page';
import { standings } from './standings';
import { thisTerminal } from './terminal';

const usage = `npm run list             every lesson, how far you are, and where to go on
npm run list adam        those with a word in their title, status or functions
npm run list -s -- --json  as one JSON object`;

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
  const all = await standings(listLessons());
  const words = positionals.join(' ');
  const shown = searched(all, words);
  if (shown.length === 0) throw new UsageError(`No lesson has "${words}" in its title, status or functions.`);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(asObject(all, shown), null, 2)}\n`
      : `${renderList(all, shown, thisTerminal())}\n`,
  );
  return 0;
});

function asObject(all: readonly Standing[], shown: readonly Standing[]): object {
  const done = all.filter(({ status }) => status === 'done').length;
  const adopted = all.filter(({ status }) => status === 'adopted').length;
  const lessons = shown.map(({ lesson: { number, name, title, exercise }, ...rest }) => {
    return { number, name, title, exercise, ...rest };
  });
  return { done, adopted, of: all.length, current: currentLesson(all)?.lesson.name ?? null, lessons };
}
