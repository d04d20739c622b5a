import { inDigits } from '#kit/words';
import type { Trouble } from '../messages';
import { canvasIn, drawLosses } from './draw';
import { found, make, refill } from './elements';
import { figureOf, outlineButton, troubleParts } from './outline';
import type { RaceView } from './race-view';
import { eventWords, speedWords } from './race-words';

/** The race as it is seen: losses that grow, their table, and what happened in words. */
export class RacePanel {
  private readonly section = found('#race', HTMLElement);
  private readonly picture = found('#race .picture', HTMLElement);
  private readonly speed = found('#race-speed', HTMLElement);
  private readonly losses = found('#race-losses', HTMLElement);
  private readonly words = found('#race-words', HTMLElement);

  /** @param toggleOutline runs the race on the solutions, or goes back */
  constructor(private readonly toggleOutline: () => void) {}

  /** Nothing has run, or nothing can. */
  showNothing(state: string, trouble: Trouble | undefined): void {
    this.section.dataset['state'] = trouble?.state ?? state;
    refill(this.picture, ...(trouble === undefined ? [] : troubleParts(trouble, false, this.toggleOutline)));
    this.losses.replaceChildren();
    this.words.replaceChildren();
    this.speed.textContent = '';
  }

  /** Everything but the picture, which takes longer. */
  showNumbers(view: RaceView, isStale: boolean): void {
    this.showSpeed(view);
    this.showTable(view, isStale);
    this.showWords(view);
  }

  showPicture(view: RaceView): void {
    if (view.arms.length === 0) return;
    this.section.dataset['state'] = view.isOutline ? 'outline' : 'ready';
    const picture = figureOf(drawLosses(view, canvasIn(this.picture)), view.isOutline);
    const back = view.isOutline ? outlineButton(true, this.toggleOutline) : [];
    refill(this.picture, picture, ...back);
  }

  private showSpeed({ current, start }: RaceView): void {
    if (current === undefined) return;
    this.speed.textContent = speedWords(current, start);
  }

  private showTable({ arms }: RaceView, isStale: boolean): void {
    const stale = isStale
      ? [make('p', { class: 'stale' }, 'The settings have changed since. Run it again to see what they do.')]
      : [];
    const head = ['arm', 'rate', 'final loss', 'steps/s'].map((text) => make('th', { scope: 'col' }, text));
    const rows = arms.map(({ name, ended, stepsPerSecond }) =>
      make(
        'tr',
        { 'data-arm': name },
        make('th', { scope: 'row' }, name),
        make('td', {}, ended === undefined ? '…' : inDigits(ended.learningRate)),
        ended === undefined
          ? make('td', {}, '…')
          : make('td', { 'data-loss': String(ended.loss), title: String(ended.loss) }, inDigits(ended.loss)),
        make('td', {}, Math.round(stepsPerSecond).toLocaleString('en-US')),
      ),
    );
    const table = make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows));
    this.losses.replaceChildren(...stale, table);
  }

  /** Only what is new is put there, since it is read aloud. */
  private showWords(view: RaceView): void {
    const sentences = eventWords(view);
    sentences.forEach((sentence, index) => {
      const known = this.words.children[index];
      if (known === undefined) this.words.append(make('p', {}, sentence));
      else if (known.textContent !== sentence) known.textContent = sentence;
    });
    while (this.words.children.length > sentences.length) this.words.lastElementChild?.remove();
  }
}
