import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isBundleKept } from '../../src/cli/bundle/kept-bundle.mjs';
import { Sandbox } from './sandbox';

const course = new Sandbox();
afterAll(() => course.dispose());

const source = 'src/cli/hint.ts';
const folder = join(course.path, '.common-scale/hint');
const isKept = () => isBundleKept(course.path, folder);
const help = () => course.run('hint', ['--help']).out;

it('what a command is bundled into serves until a file of it is another one', () => {
  expect(isKept()).toBe(false);
  const before = help();
  expect(isKept()).toBe(true);

  const text = course.read(source);
  course.write(source, text.replace('npm run hint', 'npm run clue'));
  expect(isKept()).toBe(false);
  expect(help()).toBe(before.replace('npm run hint', 'npm run clue'));
  expect(isKept()).toBe(true);

  course.write(source, text);
  expect(help()).toBe(before);
});

it('a bundle that something has happened to is made anew', () => {
  const before = help();
  writeFileSync(join(folder, 'command.js'), '');
  expect(isKept()).toBe(false);
  expect(help()).toBe(before);
  course.remove('.common-scale/hint/testing.js');
  expect(isKept()).toBe(false);
  course.write('.common-scale/hint/bundle.json', '{}');
  expect(isKept()).toBe(false);
});
