import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasSolution, root, type Lesson } from '#kit/course';
import { indented, type Terminal } from '#kit/pages';
import { countDone } from '../list-page';
import { giveHint, whereStuck, type HintWays } from '../next-hint';
import type { Ways } from '../next-step';
import { noSolution } from '../no-solution';
import { renderPage } from '../render-page';
import { thisTerminal } from '../terminal';
import { courseCommand } from './course-command';
import { frameOf } from './frame';
import { greeting } from './greeting';
import { header } from './header';
import { isCommandKey, namedKeys, type CommandKey } from './keys';
import { LabProcess } from './lab-process';
import { lessonPage } from './lesson-page';
import { chooseLesson } from './list-prompt';
import { LiveCourse } from './live-course';
import { readmeText } from './readme-text';
import { areTheSame, savedTexts } from './saved-texts';
import { Screen, type Key } from './screen';

/** What a session was asked for. */
export interface SessionOptions {
  readonly backend: string;
  /** The lesson to begin with; else it is the one to work on. */
  readonly lesson: Lesson | undefined;
}

/** A text in the width of the terminal, which may change. */
type Text = (terminal: Terminal) => string;

/** Something other than the page of the lesson, until somebody goes back, or saves and has the verdict. */
interface Aside {
  readonly text: Text;
  /** How many saves there had been when it came. */
  readonly saves: number;
  /** Ends what it waits for. */
  readonly command?: AbortController;
  /** What y does, where it is a question. */
  readonly yes?: () => Promise<void>;
}

/** The course in a terminal: shows how the current lesson stands, and does what the keys say. */
export class Session {
  private readonly screen = new Screen(
    (key) => void this.pressed(key),
    () => this.draw(),
  );
  private readonly course: LiveCourse;
  private readonly lab = new LabProcess();
  private aside: Aside | undefined;
  /** Stands above the page of the lesson for as long as it holds. */
  private notice: { readonly text: Text; holds(): boolean } | undefined;
  private hasGreeted = false;
  /** What goes on beside the course's own runs. */
  private doing: string | undefined;
  private shownPage: object | undefined;
  private top = 0;
  private height = 1;
  private end: (error?: unknown) => void = () => undefined;

  constructor(private readonly options: SessionOptions) {
    this.course = new LiveCourse(
      options.backend,
      options.lesson,
      () => this.changed(),
      (error) => this.end(error),
    );
  }

  /** Until somebody quits. @returns what to say then */
  async run(): Promise<string> {
    const { course, screen } = this;
    const leave = () => screen.leave();
    // However the process ends: the terminal is somebody else's.
    process.once('exit', leave);
    const ended = new Promise<void>((resolve, reject) => {
      this.end = (error) => (error === undefined ? resolve() : reject(error));
    });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const quit = () => this.end();
    const failed = (error: unknown) => this.end(error);
    for (const signal of signals) process.on(signal, quit);
    process.on('unhandledRejection', failed);
    process.stdin.once('end', quit);
    screen.enter();
    this.draw();
    course.start();
    try {
      await ended;
    } finally {
      leave();
      this.aside?.command?.abort();
      this.lab.end();
      await course.close();
      for (const signal of signals) process.off(signal, quit);
      process.off('unhandledRejection', failed);
    }
    return `${countDone(course.standings)}. Go on whenever you like: npm start`;
  }

  private get terminal(): Terminal {
    return { ...thisTerminal(), width: Math.max(20, Math.min(100, this.screen.size.columns)) };
  }

  private changed(): void {
    const { page, pageOfSave } = this.course;
    if (this.aside !== undefined && pageOfSave > this.aside.saves) this.back();
    // A new verdict begins at its beginning.
    if (this.aside === undefined && page !== this.shownPage) this.top = 0;
    this.shownPage = page;
    this.draw();
  }

  private draw(): void {
    this.greetOnce();
    const { course, screen, terminal, aside } = this;
    const scene = {
      header: header(course.standings, course.current, this.options.backend, terminal),
      body: (aside?.text ?? this.lessonText)(terminal),
      status: terminal.colour.dim(this.doing ?? course.status),
      keys: namedKeys(terminal, {
        instead: aside && (aside.yes === undefined ? 'aside' : 'question'),
        hasSolution: hasSolution(course.current),
      }),
    };
    const { lines, top, height } = frameOf(scene, screen.size, this.top);
    [this.top, this.height] = [top, height];
    screen.draw(lines);
  }

  private readonly lessonText: Text = (terminal) => {
    const { page, typeErrors } = this.course;
    const above = this.notice?.holds() === true ? this.notice.text(terminal) : undefined;
    const text = page && lessonPage(page, typeErrors, terminal, this.ways);
    return [above, text].filter((part) => part !== undefined).join('\n\n');
  };

  /** Greets with how things stand when somebody comes, as soon as that is known. */
  private greetOnce(): void {
    const { isKnown, standings, current } = this.course;
    if (this.hasGreeted || !isKnown) return;
    this.hasGreeted = true;
    // The first run is nobody's save.
    const holds = () => this.course.runsSoFar <= 1;
    this.notice = { text: (terminal) => greeting(standings, current, terminal), holds };
  }

  private show(text: Text, more: Pick<Aside, 'command' | 'yes'> = {}): void {
    this.aside = { text, saves: this.course.saves, ...more };
    this.top = 0;
    this.draw();
  }

  private back(): void {
    this.aside?.command?.abort();
    this.aside = undefined;
    this.notice = undefined;
    this.top = 0;
  }

  private async pressed(key: Key): Promise<void> {
    if (key === 'ctrl-c') return this.end();
    if (key === 'ctrl-z') return this.suspend();
    if (key === 'ctrl-l') return this.draw();
    try {
      if (this.aside?.yes !== undefined) return await this.answered(key, this.aside.yes);
      const lines = SCROLLS[key]?.(this.height);
      if (lines !== undefined) this.top = Math.max(0, this.top + lines);
      if (key === 'escape' || key === 'backspace') this.back();
      if (isCommandKey(key)) await this.commands[key]();
      else this.draw();
    } catch (error) {
      this.end(error);
    }
  }

  private async answered(key: Key, yes: () => Promise<void>): Promise<void> {
    this.back();
    if (key === 'y') await yes();
    else if (key === 'q') this.end();
    else this.draw();
  }

  private readonly commands: Readonly<Record<CommandKey, () => void | Promise<void>>> = {
    n: () => this.goBy(1),
    p: () => this.goBy(-1),
    l: () => this.list(),
    h: () => this.hint(),
    o: () => this.readme(),
    c: () => this.runCommand('Comparing …', ['compare', this.course.current.number]),
    a: () => this.adopt(),
    s: () => this.replace('reset', 'Make your exercise blank again?'),
    t: () => this.testAll(),
    r: () => this.runCommand('The race is on. It takes some seconds …', ['race']),
    b: () => this.showLab(),
    q: () => this.end(),
  };

  private goBy(steps: number): void {
    const { lessons, current } = this.course;
    const place = lessons.findIndex(({ name }) => name === current.name);
    const lesson = lessons[place + steps];
    if (lesson !== undefined) return this.goTo(lesson);
    this.show(() => `Lesson ${current.number} is the ${steps > 0 ? 'last' : 'first'} one.`);
  }

  private goTo(lesson: Lesson): void {
    this.back();
    this.course.goTo(lesson);
    this.draw();
  }

  private async list(): Promise<void> {
    const { course, screen, terminal } = this;
    const lesson = await this.ask((signal) =>
      chooseLesson(course.standings, course.current, terminal, screen.size.rows, signal),
    );
    if (lesson === undefined) this.draw();
    else this.goTo(lesson);
  }

  private hint(): void {
    const { page } = this.course;
    if (page === undefined)
      return this.show(() => 'The lesson has not run yet. A hint is for what fails in it.');
    const stuck = whereStuck(page.lessons);
    if (stuck === undefined) return this.show(() => 'There is nothing to hint at: every test passes.');
    const given = giveHint(stuck, this.terminal, this.hintWays);
    // Counted once, however often it is drawn.
    this.show(() => given.text);
  }

  private readme(): void {
    const { readme } = this.course.current;
    const markdown = readFileSync(join(root, readme), 'utf8');
    this.show((terminal) => `${terminal.colour.dim(readme)}\n\n${readmeText(markdown, terminal)}`);
  }

  private testAll(): void {
    this.back();
    this.course.runAll((page) => this.show((terminal) => renderPage(page, terminal).trim()));
  }

  private adopt(): void {
    const { current } = this.course;
    if (hasSolution(current)) this.replace('adopt', 'Put the solution in the place of your exercise?');
    else this.show((terminal) => noSolution(current, 'there is nothing to adopt', terminal));
  }

  /** Puts another text in the place of the exercise, when somebody has said yes to it. */
  private replace(command: 'adopt' | 'reset', question: string): void {
    const { name, number, title, exercise } = this.course.current;
    const message = `Lesson ${number}, ${title}. ${question} What you have is kept.`;
    const yes = async () => {
      this.doing = 'One moment …';
      this.draw();
      const printed = await courseCommand([command, number], this.terminal, new AbortController().signal);
      this.doing = undefined;
      // It says where the text is that was there, until the learner saves another one. The run that it causes may
      // be over before the command is, so runs are not counted.
      const left = savedTexts([exercise]);
      const holds = () => this.course.current.name === name && areTheSame(savedTexts([exercise]), left);
      this.notice = { text: () => printed, holds };
      this.draw();
    };
    this.show((terminal) => indented(terminal, '', message), { yes });
  }

  /** Opens the lab beside, where it stays until the session ends. */
  private async showLab(): Promise<void> {
    this.back();
    this.show(() => 'The lab opens …');
    const { aside } = this;
    const words = await this.lab.start();
    // Somebody may have gone on meanwhile.
    if (this.aside !== aside) return;
    this.show((terminal) =>
      indented(terminal, '', `${words}\n\nOpen it in a browser. It ends with this session.`),
    );
  }

  /** Runs one of the course's commands beside, and shows what it prints. */
  private async runCommand(
    meanwhile: string,
    command: readonly [command: string, ...args: string[]],
  ): Promise<void> {
    this.back();
    const abort = new AbortController();
    this.show(() => `${meanwhile}\n\nEsc stops it.`, { command: abort });
    const printed = await courseCommand(command, this.terminal, abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return undefined;
      throw error;
    });
    if (printed !== undefined && this.aside?.command === abort) this.show(() => printed);
  }

  /** Asks something on a screen of its own. @returns nothing where somebody goes back with Esc */
  private async ask<Answer>(question: (signal: AbortSignal) => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await this.screen.lend(question);
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      if (name === 'ExitPromptError') this.end();
      else if (name !== 'AbortPromptError') throw error;
      return undefined;
    }
  }

  private suspend(): void {
    if (process.platform === 'win32') return;
    this.screen.leave();
    // npm waits in the same group, and stops as well. Where nobody could go on with it, nothing stops.
    process.kill(0, 'SIGTSTP');
    this.screen.enter();
    this.draw();
  }

  private readonly ways: Ways = {
    run: () => [],
    hint: () => 'press h for a hint',
    read: ({ readme }) => `${readme}: press o`,
    done: ({ lesson, status }) => {
      const next = this.course.lessons.find(({ number }) => number > lesson.number);
      const isBeside = status !== 'adopted' && hasSolution(lesson);
      return [
        ...(isBeside ? [['Compare', 'with the solution: press c'] as const] : []),
        ...(next === undefined
          ? []
          : [['Go on', `to lesson ${next.number}, ${next.title}: press n`] as const]),
      ];
    },
  };

  private readonly hintWays: HintWays = {
    further: () => 'press h again',
    adopt: () => 'press a',
  };
}

/** How many lines a key moves the text by, in a window of some lines. */
const SCROLLS: Readonly<Record<string, (height: number) => number>> = {
  up: () => -1,
  k: () => -1,
  down: () => 1,
  j: () => 1,
  pageup: (height) => -(height - 1),
  pagedown: (height) => height - 1,
  space: (height) => height - 1,
  home: () => -Infinity,
  end: () => Number.MAX_SAFE_INTEGER,
};
