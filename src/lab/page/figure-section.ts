import { shelf as ours } from 'virtual:course';
import type { Drawn, FigureName, Shelf, Trouble } from '../messages';
import { canvasIn, draw } from './draw';
import { found, make, refill } from './elements';
import { figureOf, troubleParts } from './outline';
import { noEnd, troubleElement } from './trouble';

/** A section with one picture, computed by a worker whenever something has changed. */
export class FigureSection {
  private readonly section: HTMLElement;
  private readonly place: HTMLElement;
  private outcome: Drawn | Trouble | undefined;
  /** The solution's, as long as nothing else has changed. */
  private outline: Drawn | Trouble | undefined;
  private isOutlined = false;
  /** What is being computed, from either shelf: the number by which its answer comes back. */
  private readonly asked = new Map<Shelf, number>();
  /** Something has changed since the own picture was asked for. */
  private isStale = false;

  /** @param compute has the picture computed from a shelf; its answer comes back by the number that this gives */
  constructor(
    readonly name: FigureName,
    private readonly compute: (figure: FigureName, shelf: Shelf) => number,
  ) {
    this.section = found(`#${name}`, HTMLElement);
    this.place = found('.picture', HTMLElement, this.section);
  }

  /** Something that it depends on has changed. One answer of the own functions is waited for at a time. */
  renew(): void {
    this.outline = undefined;
    if (ours !== 'solutions') this.asked.delete('solutions');
    this.isStale = this.asked.has(ours);
    if (!this.isStale) this.ask(ours);
  }

  /** The worker that was asked is gone. */
  forget(): void {
    this.asked.clear();
  }

  /** There is nothing to be computed. */
  halt(trouble: Trouble): void {
    this.forget();
    this.isStale = false;
    this.outcome = trouble;
    this.show();
  }

  answered(id: number, outcome: Drawn | Trouble): void {
    const shelf = this.takeBack(id);
    if (shelf === undefined) return;
    if (shelf === ours) this.outcome = outcome;
    else this.outline = outcome;
    if (this.outcome?.state === 'ready') this.isOutlined = false;
    this.show();
    if (shelf !== ours) return;
    if (this.isStale) this.renew();
    else if (this.isOutlined && this.outline === undefined && !this.asked.has('solutions')) {
      this.ask('solutions');
    }
  }

  /** Nothing came of it: for a reason in words, or because it took too long. */
  gaveUp(id: number, words: string | undefined, milliseconds: number): void {
    const shelf = this.asked.get(ours) === id ? ours : 'solutions';
    this.answered(id, { state: 'failed', words: words ?? noEnd(milliseconds, shelf) });
  }

  /** Draws what it has, as wide as there is room now. */
  show(): void {
    const { outcome, outline } = this;
    this.section.setAttribute('aria-busy', String(this.asked.size > 0));
    if (outcome === undefined) return;
    if (outcome.state === 'ready') return this.become('ready', this.drawn(outcome, false));
    const isShown = this.isOutlined && outline !== undefined;
    const isDrawn = isShown && outline.state === 'ready';
    this.become(isDrawn && outcome.state === 'closed' ? 'outline' : outcome.state, [
      ...troubleParts(outcome, isShown, () => this.toggle()),
      ...(!isShown ? [] : outline.state === 'ready' ? this.drawn(outline, true) : [troubleElement(outline)]),
    ]);
  }

  /** From which shelf an answer comes; undefined where nobody waits for it any longer. */
  private takeBack(id: number): Shelf | undefined {
    const [shelf] = [...this.asked].find(([, asked]) => asked === id) ?? [];
    if (shelf !== undefined) this.asked.delete(shelf);
    return shelf;
  }

  private ask(shelf: Shelf): void {
    if (shelf === ours) this.isStale = false;
    this.asked.set(shelf, this.compute(this.name, shelf));
    this.section.setAttribute('aria-busy', 'true');
  }

  private toggle(): void {
    this.isOutlined = !this.isOutlined;
    // One that did not come is asked for once more.
    if (this.isOutlined && this.outline?.state !== 'ready') {
      this.outline = undefined;
      if (!this.asked.has('solutions')) this.ask('solutions');
    } else {
      this.show();
    }
  }

  private drawn({ drawing, words }: Drawn, isOutline: boolean): HTMLElement[] {
    const picture = draw(drawing, canvasIn(this.place));
    return [figureOf(picture, isOutline), ...words.map((sentence) => make('p', {}, sentence))];
  }

  private become(state: string, parts: readonly HTMLElement[]): void {
    refill(this.place, ...parts);
    this.section.dataset['state'] = state;
  }
}
