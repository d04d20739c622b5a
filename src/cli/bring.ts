import { bring, OtherCourse, type Brought } from '#kit/course';
import { flag, runCommand, UsageError, writeAnswer } from './arguments';
import { renderBrought } from './bring-page';
import { thisTerminal } from './terminal';

const usage = `npm run bring -- ../old-course   copies the exercises that you have begun in
                                 another copy of the course into this one, with
                                 your own files beside them. There they stay as
                                 they are. What stood here is kept in
                                 .common-scale/kept/
npm run bring -s -- ../old-course --json   as one JSON object`;

await runCommand(usage, { json: flag }, async ({ values, positionals }) => {
  const [from, another] = positionals;
  if (from === undefined || another !== undefined) throw new UsageError(`Say from which folder.\n\n${usage}`);
  const other = new OtherCourse(from);
  const whyNot = other.whyNot();
  if (whyNot !== undefined) throw new UsageError(whyNot);
  const brought = await bring(other);
  writeAnswer(
    values.json,
    () => asObject(brought, from),
    () => renderBrought(brought, from, thisTerminal()),
  );
  return [...brought.lessons, ...brought.helpers].some(({ outcome }) => outcome === 'failed') ? 1 : 0;
});

function asObject({ lessons, helpers, ...rest }: Brought, from: string): object {
  return {
    from,
    lessons: lessons.map(({ lesson, ...more }) => {
      return { lesson: lesson.name, exercise: lesson.exercise, ...more, ...keptIn(more) };
    }),
    helpers: helpers.map((helper) => ({ ...helper, ...keptIn(helper) })),
    ...rest,
  };
}

/** JSON has no word for undefined. */
function keptIn(brought: object): object {
  return 'kept' in brought ? { kept: brought.kept ?? null } : {};
}
