import type { InBothUnits, Trouble } from '../messages';
import { canvasIn, drawWeights } from './draw';
import { found, make, refill } from './elements';
import { figureOf, outlineButton, troubleParts } from './outline';
import type { RaceView } from './race-view';

type Unit = keyof InBothUnits<unknown>;

const meanings: InBothUnits<string> = {
  raw: 'A weight says by how much the prediction changes for one unit more of its column.',
  standard:
    'A weight says by how much the prediction changes for one standard deviation more of its column; the bias is ' +
    'the prediction where every column is at its mean.',
};

/** The weights and the bias, as they move while the race runs. */
export class WeightsPanel {
  private readonly section = found('#weights', HTMLElement);
  private readonly picture = found('#weights .picture', HTMLElement);
  private readonly units = found('#unit', HTMLElement);
  private unit: Unit = 'raw';

  constructor(
    /** Runs the race on the solutions, or goes back. */
    private readonly toggleOutline: () => void,
    unitChosen: (unit: Unit) => void,
  ) {
    for (const choice of this.choices()) {
      choice.addEventListener('change', () => unitChosen(choice.value === 'raw' ? 'raw' : 'standard'));
    }
  }

  /** What the next picture is drawn in. */
  showIn(unit: Unit): void {
    this.unit = unit;
    for (const choice of this.choices()) choice.checked = choice.value === unit;
  }

  /** Nothing has run, or nobody keeps track. */
  showNothing(trouble: Trouble | undefined): void {
    this.section.dataset['state'] = trouble?.state ?? 'waiting';
    this.units.hidden = true;
    refill(
      this.picture,
      ...(trouble === undefined
        ? [make('p', {}, 'Run the race, and they move here.')]
        : troubleParts(trouble, false, this.toggleOutline)),
    );
  }

  show(view: RaceView): void {
    const { untracked, truth } = view.start;
    if (untracked !== undefined) return this.showNothing(untracked);
    if (!view.arms.some(({ tracked }) => tracked.raw.length > 0)) return;
    this.section.dataset['state'] = view.isOutline ? 'outline' : 'ready';
    this.units.hidden = false;
    refill(
      this.picture,
      figureOf(drawWeights(view, this.unit, canvasIn(this.picture)), view.isOutline),
      make(
        'p',
        {},
        `${meanings[this.unit]}${truth === undefined ? '' : ' The dotted lines are the true values.'}`,
      ),
      ...(view.isOutline ? outlineButton(true, this.toggleOutline) : []),
    );
  }

  private choices(): HTMLInputElement[] {
    return [...this.units.querySelectorAll('input')];
  }
}
