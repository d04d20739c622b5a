import { shelf as ours } from 'virtual:course';
import type { Drawn, FigureName, Shelf, Trouble } from '../messages';
import { canvasIn, draw } from './draw';
import { found, make, refill } from './elements';
import { figureOf, outlineButton } from './outline';
import { troubleElement } from './trouble';

/** A section with one picture, computed by a worker whenever something has changed. */
export class FigureSection {
  private readonly section: HTMLElement;
  private readonly place: HTMLElement;
  private outcome: Drawn | Trouble | undefined;
  /** The solution's, as long as nothing else has changed. */
  private outline: Drawn | undefined;
  private isOutlined = false;
  /** What is being computed, and whether something has changed since. */
  private asked: { readonly id: number; readonly shelf: Shelf } | undefined;
  private isStale = false;

  /** @param compute has the picture computed from a shelf; its answer comes back by the number that this gives */
  constructor(
    readonly name: FigureName,
    private readonly compute: (figure: FigureName, shelf: Shelf) => number,
  ) {
    this.section = found(`#${name}`, HTMLElement);
    this.place = found('.picture', HTMLElement, this.section);
  }

  /** Something that it depends on has changed. One answer is waited for at a time. */
  renew(): void {
    this.outline = undefined;
    this.isStale = this.asked !== undefined;
    if (this.asked === undefined) this.ask(ours);
  }

  /** The worker that was asked is gone. */
  forget(): void {
    this.asked = undefined;
  }

  answered(id: number, outcome: Drawn | Trouble): void {
    if (this.asked?.id !== id) return;
    const { shelf } = this.asked;
    this.asked = undefined;
    if (shelf === ours) this.outcome = outcome;
    else if (outcome.state === 'ready') this.outline = outcome;
    if (this.outcome?.state === 'ready') this.isOutlined = false;
    this.show();
    if (this.isStale) this.renew();
    else if (shelf === ours && this.isOutlined) this.ask('solutions');
  }

  /** It took too long. */
  gaveUp(words: string): void {
    if (this.asked === undefined) return;
    this.asked = undefined;
    this.outcome = { state: 'failed', words };
    this.show();
    if (this.isStale) this.renew();
  }

  /** Draws what it has, as wide as there is room now. */
  show(): void {
    const { outcome, outline } = this;
    this.section.setAttribute('aria-busy', 'false');
    if (outcome === undefined) return;
    if (outcome.state === 'ready') return this.become('ready', this.drawn(outcome, false));
    const isShown = this.isOutlined && outline !== undefined;
    this.become(isShown && outcome.state === 'closed' ? 'outline' : outcome.state, [
      troubleElement(outcome),
      ...outlineButton(isShown, () => this.toggle()),
      ...(isShown ? this.drawn(outline, true) : []),
    ]);
  }

  private ask(shelf: Shelf): void {
    this.isStale = false;
    this.section.setAttribute('aria-busy', 'true');
    this.asked = { shelf, id: this.compute(this.name, shelf) };
  }

  private toggle(): void {
    this.isOutlined = !this.isOutlined;
    if (this.isOutlined && this.outline === undefined) return this.ask('solutions');
    this.show();
  }

  private drawn({ drawing, words }: Drawn, isOutline: boolean): HTMLElement[] {
    const picture = draw(drawing, canvasIn(this.place));
    return [figureOf([picture], isOutline), ...words.map((sentence) => make('p', {}, sentence))];
  }

  private become(state: string, parts: readonly HTMLElement[]): void {
    refill(this.place, ...parts);
    this.section.dataset['state'] = state;
    this.section.dataset['drawn'] = String(Number(this.section.dataset['drawn'] ?? 0) + 1);
  }
}
