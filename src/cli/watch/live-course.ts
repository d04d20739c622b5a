import { setTimeout as wait } from 'node:timers/promises';
import {
  currentLesson,
  exerciseState,
  lessonsTouchedBy,
  listLessons,
  remembered,
  standingOf,
  type Lesson,
  type Standing,
} from '#kit/course';
import { openLessons, type OpenLessons } from '../lessons/open-lessons';
import type { Page } from '../page';
import { Newest, type JobSignals } from './newest';
import { areTheSame, savedTexts, type SavedTexts } from './saved-texts';
import { watchSaves } from './saves';
import { TypeChecker, type TypeError } from './type-check/type-checker';

/** How long somebody looks at a verdict, in milliseconds. */
const QUIET = 1_500;

/** A run that takes longer than this is told of. */
const LONG = 2_000;

/** The course while somebody works on it: each save is run, and how every lesson stands is known. */
export class LiveCourse {
  readonly lessons = listLessons();
  /** The last run of the current lesson, once there is one. */
  page: Page | undefined;
  /** What TypeScript says about it. */
  typeErrors: readonly TypeError[] = [];
  /** What it is doing, or has done last, in one line. */
  status = 'Getting ready …';
  /** How often the current lesson has run. */
  runsSoFar = 0;
  /** How many saves there have been, and which one the page is the verdict of. */
  saves = 0;
  pageOfSave = 0;
  private now: Lesson;
  private readonly known = new Map<string, Standing>();
  /** Lessons of which something has changed since they ran, by name. */
  private readonly stale = new Set<string>();
  private readonly runs: Newest;
  private readonly types = new TypeChecker();
  private opened: Promise<OpenLessons> | undefined;
  private unwatch: (() => Promise<void>) | undefined;
  private ranWith: SavedTexts = new Map();
  /** Of which it is not yet known which lessons they touch. */
  private readonly savedFiles = new Set<string>();
  private complaints = '';

  /**
   * @param backend where kernels run
   * @param wanted the lesson to begin with; else it is the one to work on
   * @param changed hears whenever there is something new to be seen
   * @param failed hears of an error of the course's own
   */
  constructor(
    private readonly backend: string,
    private readonly wanted: Lesson | undefined,
    private readonly changed: () => void,
    failed: (error: unknown) => void,
  ) {
    this.runs = new Newest(failed);
    for (const each of this.lessons) {
      const standing = knownStanding(each);
      if (standing === undefined) this.stale.add(each.name);
      else this.known.set(each.name, standing);
    }
    this.now = wanted ?? this.toWorkOn;
  }

  /** Whether it is known how every lesson stands. */
  get isKnown(): boolean {
    return this.lessons.every(({ name }) => this.known.has(name));
  }

  get current(): Lesson {
    return this.now;
  }

  /** Where a learner stands with every lesson. One that has not run yet is begun, or it would be known. */
  get standings(): Standing[] {
    return this.lessons.map(
      (lesson) => this.known.get(lesson.name) ?? { ...notBegun(lesson), status: 'in progress' },
    );
  }

  start(): void {
    this.unwatch = watchSaves({
      saved: (files) => this.saved(files),
      perhapsSaved: (files) => {
        if (!areTheSame(savedTexts(files), this.ranWith)) this.saved(files);
      },
      failed: () => {
        this.status = 'Saves are not noticed here. npm run doctor says why. Until then, t runs the tests.';
        this.changed();
      },
    });
    this.runs.start(async (signals) => {
      if (!this.isKnown) {
        await this.run(
          this.lessons.filter(({ name }) => this.stale.has(name)),
          signals,
        );
        if (!signals.superseded.aborted) this.now = this.wanted ?? this.toWorkOn;
      }
      await this.runCurrent(signals);
    });
  }

  /** Makes a lesson the current one, and runs it. */
  goTo(lesson: Lesson): void {
    if (lesson.name !== this.now.name) {
      this.now = lesson;
      this.page = undefined;
      this.typeErrors = [];
    }
    this.runs.start(async (signals) => {
      await this.runCurrent(signals);
      await this.runStale(signals);
    });
  }

  /** Runs all lessons. @param show gets the page, unless somebody saves before */
  runAll(show: (page: Page) => void): void {
    this.runs.start(async (signals) => {
      const begun = performance.now();
      const page = await this.run(this.lessons, signals);
      this.status = `All lessons took ${secondsSince(begun)} s.`;
      show(page);
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.unwatch?.(), this.runs.stop()]);
    await Promise.all([this.types.close(), this.opened?.then((lessons) => lessons.close())]);
  }

  private saved(files: readonly string[]): void {
    this.ranWith = savedTexts(files);
    this.saves += 1;
    for (const file of files) this.savedFiles.add(file);
    const own = this.lessons.filter(({ folder }) => files.some((file) => file.startsWith(`${folder}/`)));
    // Whoever saves a file of one other lesson works on that one now; a whole new course says nothing.
    const [only] = own.length === 1 ? own : [];
    if (only !== undefined && only.name !== this.now.name) {
      this.now = only;
      this.page = undefined;
      this.typeErrors = [];
    }
    this.runs.start(async (signals) => {
      await this.runCurrent(signals);
      await this.runStale(signals);
    });
  }

  private async runCurrent(signals: JobSignals): Promise<void> {
    const { now: lesson, saves } = this;
    const begun = performance.now();
    const page = await this.run([lesson], signals);
    if (lesson.name !== this.now.name) return;
    this.pageOfSave = saves;
    this.runsSoFar += 1;
    this.page = page;
    this.typeErrors = [];
    this.status = `Run ${this.runsSoFar} took ${secondsSince(begun)} s. Save the file to run it again.`;
    this.changed();
    // Not before: the tests have the processor first. And not waited for: the next save is more important.
    void this.askTypeScript(lesson);
  }

  private async askTypeScript(lesson: Lesson): Promise<void> {
    const errors = await this.types.errorsIn(lesson.exercise);
    if (errors === undefined || lesson.name !== this.now.name) return;
    this.typeErrors = errors;
    this.changed();
  }

  private get toWorkOn(): Lesson {
    const lesson = currentLesson(this.standings)?.lesson ?? this.lessons.at(-1);
    if (lesson === undefined) throw new Error('There is no lesson in the folder lessons/.');
    return lesson;
  }

  /** Finds out which lessons may end otherwise since some files were saved. */
  private noteStale(): void {
    const files = [...this.savedFiles];
    this.savedFiles.clear();
    for (const lesson of files.flatMap((file) => lessonsTouchedBy(file, this.lessons))) {
      const standing = knownStanding(lesson);
      if (standing === undefined) this.stale.add(lesson.name);
      else this.known.set(lesson.name, standing);
    }
  }

  /**
   * Runs the lessons of which it is not known how they stand, one by one when nobody saves for a while. Those that
   * are not done any more are named.
   */
  private async runStale(signals: JobSignals): Promise<void> {
    this.noteStale();
    const { status } = this;
    const lost: string[] = [];
    if (this.stale.size === 0 || !(await isQuiet(signals.superseded))) return;
    for (const lesson of this.lessons) {
      if (signals.superseded.aborted) return;
      if (!this.stale.has(lesson.name)) continue;
      const before = this.known.get(lesson.name)?.status;
      await this.run([lesson], signals);
      if (before === 'done' && this.known.get(lesson.name)?.status !== 'done') lost.push(lesson.number);
      const verb = lost.length === 1 ? 'builds on this, and is' : 'build on this, and are';
      this.status = lost.length === 0 ? status : `Lesson ${lost.join(', ')} ${verb} not done any more.`;
      this.changed();
    }
  }

  private async run(lessons: readonly Lesson[], { givenUp }: JobSignals): Promise<Page> {
    this.opened ??= openLessons(this.backend, (text) => {
      this.complaints += text;
    });
    const open = await this.opened;
    const which = lessons.length === 1 ? `lesson ${lessons[0]?.number}` : `${lessons.length} lessons`;
    const begun = performance.now();
    const tell = () => {
      const long = performance.now() - begun > LONG ? `, ${secondsSince(begun, 0)} s so far` : '';
      const loop = long === '' ? '' : '. A loop without an end is stopped.';
      this.status = `Running ${which}${long}${loop || ' …'}`;
      this.changed();
    };
    tell();
    const telling = setInterval(tell, 1_000);
    this.complaints = '';
    const seed = Math.floor(Math.random() * 2 ** 31);
    const page = await open.run({ lessons, seed }, givenUp).finally(() => clearInterval(telling));
    for (const progress of page.lessons) {
      this.known.set(progress.lesson.name, standingOf(progress));
      this.stale.delete(progress.lesson.name);
    }
    const complaints = this.complaints.split('\n').filter((line) => line !== '');
    return { ...page, printed: [...page.printed, ...complaints] };
  }
}

/** Waits for as long as somebody takes to look at a verdict. @returns false where a newer save has come */
async function isQuiet(superseded: AbortSignal): Promise<boolean> {
  return wait(QUIET, true, { signal: superseded }).catch(() => false);
}

function secondsSince(begun: number, digits = 2): string {
  return ((performance.now() - begun) / 1000).toFixed(digits);
}

/** A stub needs no run to be known as not begun. */
function knownStanding(lesson: Lesson): Standing | undefined {
  try {
    if (exerciseState(lesson) === 'blank') return notBegun(lesson);
  } catch {
    return undefined;
  }
  return remembered(lesson);
}

function notBegun(lesson: Lesson): Standing {
  return { lesson, status: 'not started', passed: 0, total: 0, failing: 0, cannotRun: false };
}
