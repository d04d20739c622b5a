import { shelf as ours } from 'virtual:course';
import type { Answer, InBothUnits, RaceRequest, Shelf, Trouble } from '../messages';
import { keyOf, type Choice } from './choice';
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
  private readonly weights: WeightsPanel;
  private readonly painter = new Painter([() => this.showRace(), () => this.showWeights()]);
  private readonly worker = new LabWorker(
    (answer) => this.answered(answer),
    (words) => this.fail({ state: 'failed', words }),
  );
  private run: Run = 'idle';
  private view: RaceView | undefined;
  /** What was found out beforehand, and what has come of the last run. */
  private known: RaceTrouble = {};
  private failure: Trouble | undefined;
  /** An entry in the form that has to be mended first. */
  private hindrance = '';
  /** Whose functions run, or ran last, and with which settings. */
  private shelf: Shelf = ours;
  private ranOn = '';
  private chosen = '';
  /** One step only, as soon as the race has been prepared. */
  private wantsStep = false;
  /** Of what was last said to the worker. */
  private turn = 0;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** What to ask for a race with the settings of now. */
    private readonly request: (shelf: Shelf, isPaused: boolean) => RaceRequest,
    unitChosen: (unit: keyof InBothUnits<unknown>) => void,
  ) {
    const { run, pause, step, reset } = this.buttons;
    this.weights = new WeightsPanel(() => this.toggleOutline(), unitChosen);
    run.addEventListener('click', () => this.begin(ours, false));
    pause.addEventListener('click', () => (this.run === 'paused' ? this.goOn() : this.say('pause')));
    step.addEventListener('click', () => this.step());
    reset.addEventListener('click', () => this.reset());
    this.become('idle');
  }

  /** What stands in its way, found out beforehand. What runs, or has run, is shown all the same. */
  checked(trouble: RaceTrouble): void {
    this.known = trouble;
    this.become(this.run);
  }

  /** What has to be mended in the form before it can run; nothing where all is well. */
  hinder(words: string): void {
    this.hindrance = words;
    this.showStatus();
  }

  settingsChanged(choice: Choice): void {
    this.chosen = keyOf(choice);
    this.weights.showIn(choice.settings.unit);
    if (this.run === 'failed' && this.isStale) this.reset();
    else this.become(this.run);
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

  /** Settings have changed since. */
  private get isStale(): boolean {
    return this.run !== 'idle' && this.ranOn !== this.chosen;
  }

  private begin(shelf: Shelf, isPaused: boolean): void {
    // The one that runs now is at another place.
    if (this.run === 'running' || this.run === 'paused') this.worker.end();
    const request = this.request(shelf, isPaused);
    this.shelf = shelf;
    this.ranOn = keyOf(request);
    this.view = undefined;
    this.failure = undefined;
    this.wantsStep = isPaused;
    this.turn = 0;
    this.worker.say(request);
    this.become('running');
    this.watchOver();
  }

  private say(type: 'pause' | 'go on' | 'step'): void {
    this.turn += 1;
    this.worker.say({ type, turn: this.turn });
  }

  private goOn(): void {
    this.say('go on');
    this.become('running');
    this.watchOver();
  }

  private step(): void {
    if (this.run !== 'paused') return this.begin(ours, true);
    this.say('step');
    this.watchOver();
  }

  private reset(): void {
    this.worker.end();
    clearTimeout(this.alarm);
    this.view = undefined;
    this.failure = undefined;
    this.become('idle');
  }

  private fail(trouble: Trouble): void {
    clearTimeout(this.alarm);
    this.worker.end();
    this.view = undefined;
    this.failure = trouble;
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
        // Of an earlier turn: it goes on again by now.
        return answer.turn === this.turn ? this.paused() : undefined;
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
    this.say('step');
    this.watchOver();
  }

  /** A step that has no end is ended. */
  private watchOver(): void {
    clearTimeout(this.alarm);
    const words = noEnd(PATIENCE, this.shelf);
    this.alarm = setTimeout(() => this.fail({ state: 'failed', words }), PATIENCE);
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

  /** What keeps it from being drawn. One that runs is on its way. */
  private get trouble(): Trouble | undefined {
    if (this.run === 'failed') return this.failure;
    return this.run === 'idle' || this.shelf !== ours ? this.known.race : undefined;
  }

  private showStatus(): void {
    const { run, view, buttons, hindrance } = this;
    const [isRunning, isPaused] = [run === 'running', run === 'paused'];
    const isClosed = [this.known.race, this.failure].some(
      (trouble) => trouble !== undefined && trouble.state !== 'failed',
    );
    buttons.run.disabled = isClosed || hindrance !== '';
    buttons.step.disabled = isRunning || (buttons.run.disabled && !isPaused);
    buttons.pause.disabled = !isRunning && !isPaused;
    buttons.pause.textContent = isPaused ? 'Go on' : 'Pause';
    buttons.reset.disabled = run === 'idle';
    const sentences = [
      ...(run === 'idle' || run === 'failed' ? [] : [this.words(view)]),
      ...(isRunning || isPaused || hindrance === '' ? [] : [hindrance]),
    ];
    const words = sentences.join(' ');
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
    this.panel.showNothing(run === 'running' ? 'loading' : 'waiting', trouble);
  }

  private showWeights(): void {
    if (this.view !== undefined) return this.weights.show(this.view);
    const closed = this.known.race?.state === 'waiting' ? this.known.race : undefined;
    this.weights.showNothing(closed ?? this.known.weights);
  }
}
