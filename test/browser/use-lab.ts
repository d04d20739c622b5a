import { afterAll, beforeAll } from 'vitest';
import { Sandbox } from '../cli/sandbox';
import { Lab } from './lab';
import { useBrowser } from './use-browser';
import type { Visit } from './visit';

/** A copy of the course with its lab, and a browser, for the tests of one file. */
export interface OpenLab {
  readonly course: Sandbox;
  visit(query?: string): Promise<Visit>;
}

/** @param prepare what the learner has written; without it the course is blank */
export function useLab(prepare: (course: Sandbox) => void = () => undefined): OpenLab {
  const browser = useBrowser();
  let course: Sandbox;
  let lab: Lab;
  beforeAll(async () => {
    course = new Sandbox();
    prepare(course);
    lab = await Lab.start(course);
  });
  afterAll(async () => {
    await lab?.stop();
    course?.dispose();
  });
  return {
    get course() {
      return course;
    },
    visit: (query) => browser.visit(lab.address, query),
  };
}
