import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '#kit/course';

/** The rooms of src/, from the ground up: a room may use those on lower floors only. */
const floors = [
  ['todo', 'data', 'words'],
  ['gpu'],
  ['testing'],
  ['course', 'race', 'charts', 'pages'],
  ['grading'],
  ['cli', 'lab'],
];

/** Packages that the ground floors may use; everything else is for the rooms above. */
const packages: Record<string, readonly string[]> = {
  todo: [],
  data: ['pure-rand', 'd3-dsv'],
  words: [],
  charts: ['@observablehq/plot'],
  gpu: ['gpu.js', 'acorn'],
};

const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));

interface Import {
  readonly file: string;
  readonly from: string;
}

/** Every import of the files that match, static, dynamic or of a type. */
function importsIn(...patterns: RegExp[]): Import[] {
  return patterns
    .flatMap(filesMatching)
    .flatMap((file) =>
      ts
        .preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
        .importedFiles.map(({ fileName }) => ({ file, from: fileName })),
    );
}

const files = ['src', 'solutions', 'lessons', 'test/misconceptions'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file.replaceAll('\\', '/')}`,
  ),
);

const filesMatching = (pattern: RegExp) => files.filter((file) => pattern.test(file));

describe('imports only go down', () => {
  it('rooms of src/ use lower rooms, and files of their own', () => {
    const wrong = importsIn(/^src\/.*\.ts$/).filter(({ file, from }) => {
      if (file.startsWith('src/course/blank/')) return false;
      const [, room = ''] = file.split('/');
      const [, other] = /^#kit\/([^/]+)/.exec(from) ?? [];
      if (other !== undefined) return floorOf(other) === -1 || floorOf(other) >= floorOf(room);
      if (from.startsWith('#')) return true;
      if (from.startsWith('.')) return !join(file, '..', from).startsWith(`src/${room}/`);
      const allowed = packages[room];
      return allowed !== undefined && !allowed.some((name) => from === name || from.startsWith(`${name}/`));
    });
    expect(wrong).toEqual([]);
  });

  it('every room of src/ has its floor', () => {
    const rooms = new Set(filesMatching(/^src\/.*\/.*\.ts$/).map((file) => file.split('/')[1] ?? ''));
    expect([...rooms].filter((room) => floorOf(room) === -1)).toEqual([]);
  });

  it('exercises use the ground floors, and earlier lessons of their own shelf', () => {
    const wrong = importsIn(/^solutions\/.*\.ts$/, /^src\/course\/blank\/.*\.ts$/).filter(
      ({ file, from }) => {
        const lesson = file.split('/').at(-2) ?? '';
        return !isGround(from) && !isOwnPackage(lesson, from) && !isEarlier(lesson, from, /^\.\.\//);
      },
    );
    expect(wrong).toEqual([]);
  });

  it('misconceptions use the ground floors, and solutions up to the one that they change', () => {
    const wrong = importsIn(/^test\/misconceptions\/.*\.ts$/).filter(({ file, from }) => {
      const lesson = file.split('/').at(-2) ?? '';
      return (
        !isGround(from) &&
        from !== `#solutions/${lesson}/exercise` &&
        !isEarlier(lesson, from, /^#solutions\//)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('suites use the testing room, the stub as a type, and the exercise that they test', () => {
    const wrong = importsIn(/^lessons\/.*\/exercise\.test\.ts$/).filter(({ file, from }) => {
      const lesson = file.split('/').at(-2) ?? '';
      return !['#kit/testing', `#kit/course/blank/${lesson}`, './exercise'].includes(from);
    });
    expect(wrong).toEqual([]);
  });
});

/** Lesson 05 is about fast-check, and about nothing that was written before. */
const isOwnPackage = (lesson: string, from: string) => lesson === '05-properties' && from === 'fast-check';

const isGround = (from: string) => ['#kit/gpu', '#kit/data', '#kit/todo'].includes(from);

function isEarlier(lesson: string, from: string, shelf: RegExp): boolean {
  if (lesson === '05-properties') return false;
  const [, other] = /(\d\d-[a-z0-9-]+)\/exercise$/.exec(from) ?? [];
  return shelf.test(from) && other !== undefined && other < lesson;
}
