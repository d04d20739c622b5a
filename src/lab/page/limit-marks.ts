import type { Limits } from '#kit/race';
import { inDigits } from '#kit/words';
import { bounds } from '../settings';
import { found, make } from './elements';

/** Marks the limits below the slider, each at its place on the logarithmic way. */
export function showLimits(limits: Limits): void {
  const marks = (['raw', 'normalized'] as const).map((name) => {
    const share = placeOf(limits[name]);
    const mark = make(
      'span',
      { 'data-limit': name, 'data-value': String(limits[name]) },
      make('span', {}, `${name} ${inDigits(limits[name], 2)}`),
    );
    mark.style.left = `${100 * share}%`;
    // Towards the side on which there is room.
    if (share > 0.5) mark.className = 'before';
    return mark;
  });
  found('#limits', HTMLElement).replaceChildren(...marks);
}

/** Where a rate lies between the ends of the slider, from 0 to 1. */
export function placeOf(rate: number): number {
  const [low, high] = [Math.log10(bounds.rate.least), Math.log10(bounds.rate.most)];
  return Math.min(1, Math.max(0, (Math.log10(rate) - low) / (high - low)));
}
