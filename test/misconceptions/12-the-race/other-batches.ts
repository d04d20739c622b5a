import type { Run } from '#kit/data';
import { fitStandardizer, transform } from '#solutions/04-standardizer/exercise';
import { fit, type RaceOptions } from '#solutions/12-the-race/exercise';

export * from '#solutions/12-the-race/exercise';

export const mistake = 'The second arm sees its rows in another order. Give both the same seed.';

export async function race(options: RaceOptions): Promise<{ normalized: Run; raw: Run }> {
  const { train, valid, startUpdate } = options;
  const standardizer = await fitStandardizer(train.x);
  const standardized = {
    train: { x: await transform(train.x, standardizer), targets: train.targets },
    valid: { x: await transform(valid.x, standardizer), targets: valid.targets },
  };
  const normalized = await fit({ ...options, ...standardized, update: await startUpdate() });
  const raw = await fit({ ...options, seed: options.seed + 1, update: await startUpdate() });
  return { normalized, raw };
}
