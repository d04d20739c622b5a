import { afterAll, beforeAll, expect, it } from 'vitest';
import { Sandbox } from './sandbox';

let course: Sandbox;
beforeAll(() => {
  course = new Sandbox();
});
afterAll(() => course.dispose());

it('npm run verify:browser without Chromium says how to get it', () => {
  const { code, out, err } = course.run('verify-browser', [], { CHROMIUM_PATH: '/no/such/chromium' });
  expect([code, out]).toEqual([1, '']);
  expect(err).toBe(
    'CHROMIUM_PATH is /no/such/chromium, which cannot be run. These tests need Chromium or Chrome. ' +
      'Install it (on Debian and Ubuntu: apt-get install chromium), or put the path of one into CHROMIUM_PATH.\n',
  );
});
