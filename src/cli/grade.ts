import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listLessons } from '#kit/course';
import { newSecret, openClassroom, usualLimits, type Submission } from '#kit/grading';
import { readArguments, runCommand } from './arguments';

const usage = 'npm run grade';
await runCommand(async () => {
  const { values, positionals } = readArguments(
    { lessons: { type: 'string' }, seed: { type: 'string' }, jobs: { type: 'string' }, runs: { type: 'string' } },
    usage,
  );
  const lessons = listLessons('src/course/blank').map(({ name }) => name).filter((n) => !values.lessons || values.lessons.split(',').includes(n.slice(0, 2)));
  const submissions: Submission[] = positionals.map((path) => ({
    name: basename(path),
    exercises: Object.fromEntries(
      lessons.flatMap((name) => {
        const file = [join(path, 'lessons', name, 'exercise.ts'), join(path, name, 'exercise.ts')].find(existsSync);
        return file ? [[name, { text: readFileSync(file, 'utf8') }]] : [];
      }),
    ),
  }));
  const rooms = fileURLToPath(new URL('.', import.meta.url));
  let t = performance.now();
  const classroom = await openClassroom({ lessons, secret: values.seed ?? newSecret(), runs: Number(values.runs ?? 25), limits: usualLimits }, rooms);
  console.log('open', performance.now() - t, classroom.walls);
  t = performance.now();
  await classroom.grade(submissions, Number(values.jobs ?? 1), {
    onBegun: () => undefined,
    onGraded: (result) => {
      console.log(result.submission, result.status, result.score, result.maxScore, performance.now() - t);
      for (const l of result.lessons) console.log(' ', l.lesson, l.status, l.score, l.maxScore, l.trouble ?? '', l.tasks.flatMap((k) => k.tests).filter((x) => x.status !== 'passed').map((x) => `${x.index} ${x.status} ${x.failure?.sentence ?? ''}`).slice(0, 3).join(' | '));
    },
  });
  classroom.close();
  return 0;
});
