import { inDigits } from '#kit/words';
import type { RaceStart } from '../messages';
import type { ArmView, RaceView } from './race-view';

/** What happens, in words, while the race runs; to the step where it stands still. */
export function statusWords({ start, current }: RaceView, isPaused: boolean): string {
  if (current === undefined) return 'The data is being prepared.';
  const { name, step, searched } = current;
  if (searched !== undefined) return `${name}: trying rates`;
  const epoch = Math.min(start.epochs, Math.floor(step / start.stepsAnEpoch) + 1);
  const where = `${name}: epoch ${epoch} of ${start.epochs}`;
  return isPaused ? `${where}, paused after ${count(step)} of ${count(start.steps)} steps` : where;
}

export function doneWords({ arms }: RaceView): string {
  const ends = arms.map(({ name, ended }) =>
    ended === undefined || ended.diverged ? `${name} overflowed` : `${name} ends at ${inDigits(ended.loss)}`,
  );
  return `Done: ${ends.join(', ')}.`;
}

/** How fast steps follow each other, on which backend. */
export function speedWords(arm: ArmView, { backend }: RaceStart): string {
  return `${count(Math.round(arm.stepsPerSecond))} steps per second on ${backend}`;
}

/** One sentence for each thing that is worth one. */
export function eventWords({ arms, words }: RaceView): string[] {
  const left = arms.flatMap(({ name, left }) =>
    left === undefined
      ? []
      : [`${name} left the bowl at step ${count(left)}: its loss was a thousand times that of the start.`],
  );
  return [...left, ...words];
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
