import { shelf as ours } from 'virtual:course';
import type { Answer, Request, Shelf, Trouble } from '../messages';
import { found } from './elements';
import { LabWorker } from './lab-worker';
import { Painter } from './painter';
import { RacePanel } from './race-panel';
import { RaceView } from './race-view';
import { doneWords, statusWords } from './race-words';
import { noEnd } from './trouble';
import { WeightsPanel } from './weights-panel';

type Run = 'idle' | 'running' | 'paused' | 'done' | 'failed';

/** Longer than any step takes. */
const PATIENCE = 20_000;

/** What keeps the race, or the tracking of its weights, from running. */
export interface RaceTrouble {
  readonly race?: Trouble;
  readonly weights?: Trouble;
}

/** The race: what its buttons do, and what comes back. */
export class RaceSection {
  private readonly section = found('#race', HTMLElement);
  private readonly status = found('#race-status', HTMLElement);
  private readonly buttons = {
    run: found('#run', HTMLButtonElement),
    pause: found('#pause', HTMLButtonElement),
    step: found('#step', HTMLButtonElement),
    reset: found('#reset', HTMLButtonElement),
  };
  private readonly panel = new RacePanel(() => this.toggleOutline());
  private readonly weights = new WeightsPanel(() => this.toggleOutline());
  private readonly painter = new Painter([() => this.showRace(), () => this.showWeights()]);
  private readonly worker = new LabWorker(
    (answer) => this.answered(answer),
    (words) => this.fail({ state: 'failed', words }),
  );
  private run: Run = 'idle';
  private view: RaceView | undefined;
  private trouble: RaceTrouble = {};
  /** Whose functions run, or ran last. */
  private shelf: Shelf = ours;
  /** Settings have changed since. */
  private isStale = false;
  /** One step only, as soon as the race has been prepared. */
  private wantsStep = false;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  /** @param request what to ask for a race with the settings of now */
  constructor(private readonly request: (shelf: Shelf, isPaused: boolean) => Request) {
    const { run, pause, step, reset } = this.buttons;
    run.addEventListener('click', () => this.begin(ours, false));
    pause.addEventListener('click', () => (this.run === 'paused' ? this.goOn() : this.pause()));
    step.addEventListener('click', () => this.step());
    reset.addEventListener('click', () => this.reset());
    this.become('idle');
  }

  /** What stands in its way, found out beforehand. */
  checked(trouble: RaceTrouble): void {
    // What runs, or has run, knows better.
    if (this.run !== 'idle') return;
    this.trouble = trouble;
    this.become('idle');
  }

  settingsChanged(): void {
    if (this.run === 'failed') return this.reset();
    this.isStale = this.run !== 'idle';
    this.painter.soon();
  }

  /** An exercise was saved. What has run runs again; what stands still begins anew. */
  saved(): void {
    const { run, shelf } = this;
    this.reset();
    if (run === 'running' || run === 'done' || run === 'failed') this.begin(shelf, false);
  }

  /** Draws what it has, as wide as there is room now. */
  show(): void {
    this.painter.soon();
  }

  private begin(shelf: Shelf, isPaused: boolean): void {
    // The one that runs now is at another place.
    if (this.run === 'running' || this.run === 'paused') this.worker.end();
    const request = this.request(shelf, isPaused);
    this.shelf = shelf;
    this.view = undefined;
    this.isStale = false;
    this.wantsStep = isPaused;
    if (shelf === ours) this.trouble = {};
    this.worker.say(request);
    this.become('running');
    this.watchOver();
  }

  private pause(): void {
    this.worker.say({ type: 'pause' });
  }

  private goOn(): void {
    this.worker.say({ type: 'go on' });
    this.become('running');
    this.watchOver();
  }

  private step(): void {
    if (this.run !== 'paused') return this.begin(ours, true);
    this.worker.say({ type: 'step' });
    this.watchOver();
  }

  private reset(): void {
    this.worker.end();
    clearTimeout(this.alarm);
    this.view = undefined;
    this.isStale = false;
    this.become('idle');
  }

  private fail(trouble: Trouble): void {
    clearTimeout(this.alarm);
    this.worker.end();
    this.view = undefined;
    this.trouble = { ...this.trouble, race: trouble };
    this.become('failed');
  }

  private toggleOutline(): void {
    if (this.view?.isOutline === true) this.reset();
    else this.begin('solutions', false);
  }

  private answered(answer: Answer): void {
    this.watchOver();
    switch (answer.type) {
      case 'race started':
        this.view = new RaceView(answer.start, this.shelf !== ours);
        return this.painter.soon();
      case 'race progress':
        this.view?.heard(answer.progress);
        this.showStatus();
        return this.painter.soon();
      case 'arm ended':
        this.view?.ended(answer.ended);
        return this.painter.soon();
      case 'race paused':
        return this.paused();
      case 'race ended':
        clearTimeout(this.alarm);
        if (this.view !== undefined) this.view.words = answer.words;
        return this.become('done');
      case 'race trouble':
        return this.fail(answer.trouble);
    }
  }

  private paused(): void {
    clearTimeout(this.alarm);
    if (!this.wantsStep) return this.become('paused');
    this.wantsStep = false;
    this.worker.say({ type: 'step' });
    this.watchOver();
  }

  /** A step that has no end is ended. */
  private watchOver(): void {
    clearTimeout(this.alarm);
    this.alarm = setTimeout(() => this.fail({ state: 'failed', words: noEnd(PATIENCE) }), PATIENCE);
  }

  private become(run: Run): void {
    this.run = run;
    this.section.dataset['run'] = run;
    this.showStatus();
    // What has not begun is shown at once; what has been drawn is drawn anew soon.
    if (this.view === undefined) {
      this.showRace();
      this.showWeights();
    } else {
      this.panel.showNumbers(this.view, this.isStale);
      this.painter.soon();
    }
  }

  private showStatus(): void {
    const { run, view, buttons, trouble } = this;
    buttons.run.disabled = trouble.race?.state === 'closed';
    buttons.step.disabled = buttons.run.disabled || run === 'running';
    buttons.pause.disabled = run !== 'running' && run !== 'paused';
    buttons.pause.textContent = run === 'paused' ? 'Go on' : 'Pause';
    buttons.reset.disabled = run === 'idle';
    const words = run === 'idle' || run === 'failed' ? '' : this.words(view);
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  private words(view: RaceView | undefined): string {
    if (view === undefined) return 'The data is being prepared.';
    return this.run === 'done' ? doneWords(view) : statusWords(view, this.run === 'paused');
  }

  private showRace(): void {
    const { view, run, trouble } = this;
    if (view !== undefined) {
      this.panel.showNumbers(view, this.isStale);
      return this.panel.showPicture(view);
    }
    this.panel.showNothing(run === 'running' ? 'loading' : 'waiting', trouble.race);
  }

  private showWeights(): void {
    if (this.view !== undefined) this.weights.show(this.view);
    else this.weights.showNothing(this.trouble.weights);
  }
}
