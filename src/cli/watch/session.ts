import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import confirm from '@inquirer/confirm';
import { root, type Lesson } from '#kit/course';
import { countDone } from '../list-page';
import { giveHint, whereStuck, type HintWays } from '../next-hint';
import type { Ways } from '../next-step';
import { renderPage } from '../render-page';
import { thisTerminal, type Terminal } from '../terminal';
import { courseCommand } from './course-command';
import { frameOf } from './frame';
import { greeting } from './greeting';
import { header } from './header';
import { isCommandKey, namedKeys, type CommandKey } from './keys';
import { lessonPage } from './lesson-page';
import { chooseLesson } from './list-prompt';
import { LiveCourse } from './live-course';
import { readmeText } from './readme-text';
import { Screen, type Key } from './screen';

/** What a session was asked for. */
export interface SessionOptions {
  readonly backend: string;
  /** The lesson to begin with; else it is the one to work on. */
  readonly lesson: Lesson | undefined;
}

/** A text in the width of the terminal, which may change. */
type Text = (terminal: Terminal) => string;

/** The course in a terminal: shows how the current lesson stands, and does what the keys say. */
export class Session {
  private readonly screen = new Screen(
    (key) => void this.pressed(key),
    () => this.draw(),
  );
  private readonly course: LiveCourse;
  private greeting: Text | undefined;
  private hasGreeted = false;
  /** Something other than the page of the lesson, until somebody goes back or saves. */
  private aside: Text | undefined;
  /** The page that `aside` hides; another one shows itself. */
  private hidden: object | undefined;
  private top = 0;
  private height = 1;
  private command: AbortController | undefined;
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
    for (const signal of signals) process.once(signal, quit);
    process.stdin.once('end', quit);
    screen.enter();
    this.draw();
    course.start();
    try {
      await ended;
    } finally {
      leave();
      this.command?.abort();
      await course.close();
    }
    return `${countDone(course.standings)}. Go on whenever you like: npm start`;
  }

  private get terminal(): Terminal {
    return { ...thisTerminal(), width: Math.max(20, Math.min(100, this.screen.size.columns)) };
  }

  private changed(): void {
    if (this.aside !== undefined && this.command === undefined && this.hidden !== this.course.page) {
      this.back();
    }
    this.draw();
  }

  private draw(): void {
    this.greetOnce();
    const { course, screen, terminal } = this;
    const body = (this.aside ?? this.lessonText)(terminal);
    const scene = {
      header: header(course.standings, course.current, this.options.backend, terminal),
      body,
      status: terminal.colour.dim(course.status),
      keys: namedKeys(terminal, this.aside !== undefined),
    };
    const { lines, top, height } = frameOf(scene, screen.size, this.top);
    [this.top, this.height] = [top, height];
    screen.draw(lines);
  }

  private readonly lessonText: Text = (terminal) => {
    const { page, typeErrors, runsSoFar } = this.course;
    const text = page && lessonPage(page, typeErrors, terminal, this.ways);
    // It stays until the second run: the first one was nobody's save.
    const greeting = runsSoFar > 1 ? undefined : this.greeting?.(terminal);
    return [greeting, text].filter((part) => part !== undefined).join('\n\n');
  };

  /** Greets with how things stand when somebody comes, as soon as that is known. */
  private greetOnce(): void {
    const { isKnown, standings, current } = this.course;
    if (this.hasGreeted || !isKnown) return;
    this.hasGreeted = true;
    this.greeting = (terminal) => greeting(standings, current, terminal);
  }

  private show(text: Text): void {
    this.aside = text;
    this.hidden = this.course.page;
    this.top = 0;
    this.draw();
  }

  private back(): void {
    this.command?.abort();
    this.command = undefined;
    this.aside = undefined;
    this.greeting = undefined;
    this.top = 0;
  }

  private async pressed(key: Key): Promise<void> {
    if (key === 'ctrl-c') return this.end();
    if (key === 'ctrl-z') return this.suspend();
    const lines = SCROLLS[key]?.(this.height);
    if (lines !== undefined) {
      this.top = Math.max(0, this.top + lines);
      return this.draw();
    }
    if (key === 'escape' || key === 'backspace') {
      this.back();
      return this.draw();
    }
    if (!isCommandKey(key)) return;
    try {
      await this.commands[key]();
    } catch (error) {
      this.end(error);
    }
  }

  private readonly commands: Readonly<Record<CommandKey, () => void | Promise<void>>> = {
    n: () => this.goBy(1),
    p: () => this.goBy(-1),
    l: () => this.list(),
    h: () => this.hint(),
    o: () => this.readme(),
    c: () => this.runCommand('Comparing …', ['compare', this.course.current.number]),
    a: () => this.replace('adopt', 'Put the solution in the place of your exercise?'),
    s: () => this.replace('reset', 'Make your exercise blank again?'),
    t: () => this.testAll(),
    r: () => this.runCommand('The race is on. It takes some seconds …', ['race']),
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
    const stuck = whereStuck(this.course.page?.lessons ?? []);
    if (stuck === undefined) return this.show(() => 'There is nothing to hint at: every test passes.');
    const given = giveHint(stuck, this.terminal, this.hintWays);
    // Counted once, however often it is drawn.
    this.show(() => given.text);
  }

  private readme(): void {
    const { readme } = this.course.current;
    this.show((terminal) => {
      const text = readmeText(readFileSync(join(root, readme), 'utf8'), terminal);
      return `${terminal.colour.dim(readme)}\n\n${text}`;
    });
  }

  private testAll(): void {
    this.back();
    this.course.runAll((page) => this.show((terminal) => renderPage(page, terminal).trim()));
  }

  private async replace(command: 'adopt' | 'reset', question: string): Promise<void> {
    const { number, title } = this.course.current;
    const message = `Lesson ${number}, ${title}. ${question} What you have is kept.`;
    const yes = await this.ask((signal) => confirm({ message, default: false }, { signal }));
    if (yes === true) await this.runCommand('…', [command, number]);
    else this.draw();
  }

  /** Runs one of the course's commands beside, and shows what it prints. */
  private async runCommand(
    meanwhile: string,
    command: readonly [command: string, ...args: string[]],
  ): Promise<void> {
    this.back();
    const abort = new AbortController();
    this.command = abort;
    this.show(() => `${meanwhile}\n\nEsc stops it.`);
    const printed = await courseCommand(command, this.terminal, abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return undefined;
      throw error;
    });
    if (printed === undefined || this.command !== abort) return;
    this.command = undefined;
    this.show(() => printed);
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
    process.once('SIGCONT', () => {
      this.screen.enter();
      this.draw();
    });
    // npm waits in the same group, and stops as well.
    process.kill(0, 'SIGTSTP');
  }

  private readonly ways: Ways = {
    run: () => [],
    hint: () => 'press h for a hint',
    read: ({ readme }) => `${readme}: press o`,
    done: ({ number }) => {
      const next = this.course.lessons.find((lesson) => lesson.number > number);
      return [
        ['Compare', 'with the solution: press c'],
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
