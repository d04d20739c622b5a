import type { Run } from '#kit/data';
import { fitStandardizer, transform } from '#solutions/04-standardizer/exercise';
import { fit, type RaceOptions } from '#solutions/12-the-race/exercise';

export * from '#solutions/12-the-race/exercise';

export const mistake =
  'Both arms share one optimizer, which remembers what the first has done. Start one for each.';

export async function race(options: RaceOptions): Promise<{ normalized: Run; raw: Run }> {
  const { train, valid, startUpdate } = options;
  const standardizer = await fitStandardizer(train.x);
  const standardized = {
    train: { x: await transform(train.x, standardizer), targets: train.targets },
    valid: { x: await transform(valid.x, standardizer), targets: valid.targets },
  };
  const update = await startUpdate();
  const normalized = await fit({ ...options, ...standardized, update });
  const raw = await fit({ ...options, update });
  return { normalized, raw };
}
