import type { Trouble } from '../messages';
import { canvasIn, drawWeights } from './draw';
import { found, make, refill } from './elements';
import { figureOf, outlineButton } from './outline';
import type { RaceView } from './race-view';
import { troubleElement } from './trouble';

/** The weights and the bias, as they move while the race runs. */
export class WeightsPanel {
  private readonly section = found('#weights', HTMLElement);
  private readonly picture = found('#weights .picture', HTMLElement);

  /** @param toggleOutline runs the race on the solutions, or goes back */
  constructor(private readonly toggleOutline: () => void) {}

  /** Nothing has run, or nobody keeps track. */
  showNothing(trouble: Trouble | undefined): void {
    this.section.dataset['state'] = trouble?.state ?? 'waiting';
    refill(
      this.picture,
      ...(trouble === undefined
        ? [make('p', {}, 'Run the race, and they move here.')]
        : [troubleElement(trouble), ...outlineButton(false, this.toggleOutline)]),
    );
  }

  show(view: RaceView): void {
    const { untracked } = view.start;
    if (untracked !== undefined) return this.showNothing(untracked);
    if (!view.arms.some(({ tracked }) => tracked.length > 0)) return;
    this.section.dataset['state'] = view.isOutline ? 'outline' : 'ready';
    refill(
      this.picture,
      figureOf([drawWeights(view, canvasIn(this.picture))], view.isOutline),
      make(
        'p',
        {},
        'The arms in the units of the data; the dotted lines are the true values, where they are known.',
      ),
      ...(view.isOutline ? outlineButton(true, this.toggleOutline) : []),
    );
  }
}
