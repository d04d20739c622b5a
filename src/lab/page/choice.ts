import { writeAddress } from '../address';
import type { Job } from '../messages';
import { start } from '../settings';

/** What is chosen. */
export type Choice = Pick<Job, 'settings' | 'file'>;

/** Everything in a choice that decides what is computed. The unit only decides how weights are drawn. */
export function keyOf({ settings, file }: Choice): string {
  const others = writeAddress({ ...settings, unit: start.unit });
  return settings.data === 'file' ? `${others}#${file?.id}` : others;
}
