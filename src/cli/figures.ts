import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import { lessonWith, listLessons, root } from '#kit/course';
import { flag, runCommand } from './arguments';
import { figureCalls, lessonFigures } from './lesson-figures';
import { functionsOn } from './shelf-functions';

const usage = `npm run figures                draws the figures of the lessons from solutions/
npm run figures -- --check     only says which of them are out of date`;

await runCommand(usage, { check: flag }, async ({ values }) => {
  const instead = 'npm run verify';
  const functions = await functionsOn('solutions', figureCalls, { subject: 'A figure', instead });
  if (functions === undefined) return 1;
  const { document } = parseHTML('<html></html>');
  const drawn = new Map<string, string>();
  for (const { exercise, file, draw } of lessonFigures) {
    const lesson = lessonWith(exercise);
    if (lesson === undefined) throw new RangeError(`No lesson has a function named ${exercise}.`);
    const svg = await draw(functions, { document });
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    drawn.set(`lessons/${lesson.name}/figures/${file}`, `${svg.outerHTML}\n`);
  }
  const old = [...drawn].filter(([file, text]) => textOf(file) !== text);
  const strangers = figuresOnDisk().filter((file) => !drawn.has(file));
  if (!values.check) {
    for (const [file, text] of old) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  }
  const word = values.check ? 'is out of date: npm run figures draws it anew' : 'is drawn anew';
  const lines = [
    ...old.map(([file]) => `${file} ${word}.`),
    ...strangers.map((file) => `${file} is not drawn by npm run figures: add it there, or remove it.`),
  ];
  if (lines.length === 0) lines.push(`All ${drawn.size} figures are up to date.`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return strangers.length > 0 || (values.check && old.length > 0) ? 1 : 0;
});

function figuresOnDisk(): string[] {
  return listLessons().flatMap(({ name }) => {
    const folder = `lessons/${name}/figures`;
    return existsSync(join(root, folder))
      ? readdirSync(join(root, folder)).map((file) => `${folder}/${file}`)
      : [];
  });
}

function textOf(file: string): string | undefined {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
