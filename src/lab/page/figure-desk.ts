import { shelf as ours } from 'virtual:course';
import type { Answer, ChosenFile, Facts, FigureName, Job, Request, Shelf, Trouble } from '../messages';
import { FigureSection } from './figure-section';
import { LabWorker } from './lab-worker';
import type { RaceTrouble } from './race-section';
import { noEnd } from './trouble';

/** A picture takes less. */
const PATIENCE = 10_000;

/** Who hears of what the desk finds out. */
export interface Hearing {
  known(facts: Facts): void;
  /** Nobody can learn from the data. */
  refused(words: string): void;
  /** A file has turned out to be a table, or not. */
  opened(file: ChosenFile, target: string): void;
  notOpened(words: string): void;
  /** The lab itself does not come forward. */
  stuck(words: string): void;
  /** What keeps the race from running, as far as one can tell beforehand. */
  checked(trouble: RaceTrouble): void;
}

/** Something that was asked for. */
interface Asked {
  readonly request: Request;
  /** Nothing came of it, for a reason in words; or because it took too long. */
  gaveUp(words?: string): void;
}

/** Where the small pictures are computed, one after the other, beside the race. */
export class FigureDesk {
  private readonly worker = new LabWorker(
    (answer) => this.answered(answer),
    (words) => this.gaveUp(words),
  );
  // Those first that call few of the learner's functions: one without end keeps no other waiting for long.
  private readonly sections = (['distribution', 'schedule', 'landscape', 'finder'] as const).map(
    (name) => new FigureSection(name, (figure, shelf) => this.compute(figure, shelf)),
  );
  /** In the order in which they are worked at. */
  private readonly waiting = new Map<number, Asked>();
  /** The last ones that were asked. */
  private readonly last = { facts: 0, check: 0 };
  private alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly job: (shelf: Shelf) => Job,
    private readonly nextId: () => number,
    private readonly hearing: Hearing,
  ) {}

  /** Something has changed: what is known of the data, and then all pictures. */
  renew(): void {
    const job = this.job(ours);
    this.last.facts = job.id;
    const gaveUp = (words = noEnd(PATIENCE)) => this.hearing.stuck(words);
    this.ask(job.id, { request: { type: 'facts', ...job }, gaveUp });
  }

  /** There is no data to draw. Answers about other data come too late. */
  halt(trouble: Trouble): void {
    this.last.facts = 0;
    this.last.check = 0;
    for (const section of this.sections) section.halt(trouble);
    this.hearing.checked({ race: trouble });
  }

  /** Finds out what is in a file. */
  open(name: string, content: Blob): void {
    const id = this.nextId();
    const gaveUp = (words = noEnd(PATIENCE)) => this.hearing.notOpened(words);
    this.ask(id, { request: { type: 'open', id, name, content }, gaveUp });
  }

  /** An exercise was saved: whatever is computed now is out of date. */
  restart(): void {
    // A file that is being opened has nothing to do with exercises.
    const opening = [...this.waiting].filter(([, { request }]) => request.type === 'open');
    this.end();
    for (const [id, asked] of opening) this.ask(id, asked);
    for (const section of this.sections) section.forget();
  }

  /** Draws anew what is there. */
  show(): void {
    for (const section of this.sections) section.show();
  }

  private compute(figure: FigureName, shelf: Shelf): number {
    const job = this.job(shelf);
    const section = this.sections.find(({ name }) => name === figure);
    const request = { type: 'figure', figure, ...job } as const;
    this.ask(job.id, { request, gaveUp: (words) => section?.gaveUp(job.id, words, PATIENCE) });
    return job.id;
  }

  private check(): void {
    const job = this.job(ours);
    this.last.check = job.id;
    const gaveUp = (words = noEnd(PATIENCE, ours)) => {
      if (job.id === this.last.check) this.hearing.checked({ race: { state: 'failed', words } });
    };
    this.ask(job.id, { request: { type: 'check', ...job }, gaveUp });
  }

  private answered(answer: Answer): void {
    if (!('id' in answer)) return;
    this.waiting.delete(answer.id);
    this.watchOver();
    if (answer.type === 'figure') {
      this.sections.find(({ name }) => name === answer.figure)?.answered(answer.id, answer.outcome);
    } else if (answer.type === 'check') {
      if (answer.id === this.last.check) this.hearing.checked(answer);
    } else if (answer.type === 'opened') {
      this.hearing.opened(answer.file, answer.target);
    } else if (answer.type === 'not opened') {
      this.hearing.notOpened(answer.words);
    } else if (answer.id !== this.last.facts) {
      // Somebody has asked again since.
    } else if (answer.type === 'facts') {
      this.hearing.known(answer.facts);
      for (const section of this.sections) section.renew();
      this.check();
    } else {
      this.hearing.refused(answer.words);
    }
  }

  private ask(id: number, asked: Asked): void {
    this.waiting.set(id, asked);
    this.worker.say(asked.request);
    // Whoever asks for more gives no more time to what is computed now.
    if (this.waiting.size === 1) this.watchOver();
  }

  private watchOver(): void {
    clearTimeout(this.alarm);
    if (this.waiting.size > 0) this.alarm = setTimeout(() => this.gaveUp(), PATIENCE);
  }

  /** The first one is at fault; the others are asked for again. */
  private gaveUp(words?: string): void {
    const [first, ...others] = this.waiting;
    this.end();
    for (const [id, asked] of others) this.ask(id, asked);
    first?.[1].gaveUp(words);
  }

  private end(): void {
    this.worker.end();
    this.waiting.clear();
    clearTimeout(this.alarm);
  }
}
