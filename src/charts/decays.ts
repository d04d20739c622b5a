import * as Plot from '@observablehq/plot';
import { inDigits } from '#kit/words';
import { armDots, armEnds, armLine, roomForNames } from './arm-marks';
import { lossAxis } from './axis-names';
import { decadesAround } from './logarithmic';
import { picture, room, type Canvas } from './picture';
import { WIDTH } from './theme';

/** How both arms end with a weight decay. */
export interface DecayPoint {
  readonly weightDecay: number;
  /** Last validation losses; NaN after an overflow. */
  readonly normalized: number;
  readonly raw: number;
}

const HEIGHT = 330;
const margins = {
  marginTop: 30,
  marginBottom: 62,
  marginLeft: 62,
  marginRight: roomForNames(['normalized', 'raw']),
};
const arms = ['normalized', 'raw'] as const;

/** Final losses over weight decays. Below each decay stands the largest weight that it lets stand. */
export function decaysPicture(
  { trials, target }: { readonly trials: readonly DecayPoint[]; readonly target: string },
  { document, width = WIDTH }: Canvas,
): SVGSVGElement {
  const isShown = (value: number) => value > 0 && value < Infinity;
  const y = decadesAround(trials.flatMap((trial) => arms.map((arm) => trial[arm])));
  const last = trials.at(-1)?.weightDecay ?? 0;
  const ends = arms.flatMap((arm) => {
    const end = trials.findLast((trial) => isShown(trial[arm]));
    return end === undefined ? [] : [{ name: arm, text: arm, x: last, y: end[arm] }];
  });
  const tick = (decay: number) =>
    decay === 0 ? 'none\nany' : `${inDigits(decay)}\n${inDigits(1 / decay, 2)}`;
  const plot = Plot.plot({
    document,
    width: room(width),
    height: HEIGHT,
    ...margins,
    x: {
      type: 'point',
      domain: trials.map(({ weightDecay }) => weightDecay),
      tickFormat: tick,
      label: 'weight decay (share per rate); below: 1/decay (largest weight)',
      labelAnchor: 'left',
      labelArrow: 'none',
    },
    y: { ...y, label: lossAxis('validation loss at the end', target), grid: true },
    marks: [
      ...arms.flatMap((arm) => {
        const shown = trials.filter((trial) => isShown(trial[arm]));
        return [armLine(shown, 'weightDecay', arm, arm), armDots(shown, 'weightDecay', arm, arm)];
      }),
      armEnds(ends, y, { top: margins.marginTop, bottom: HEIGHT - margins.marginBottom }),
    ],
  });
  const found = trials
    .map(
      (trial) =>
        `${trial.weightDecay === 0 ? 'none' : inDigits(trial.weightDecay)}: ${inDigits(trial.normalized, 2)} and ${inDigits(trial.raw, 2)}`,
    )
    .join('; ');
  return picture(document, {
    title: 'How both arms end with one weight decay or another',
    description: `Last validation losses of normalized and raw, on a log axis, by weight decay. ${found}.`,
    panels: [{ plot }],
    width,
  });
}
