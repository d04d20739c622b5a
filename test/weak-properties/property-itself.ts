import fc from 'fast-check';
import { properties as strong } from '#solutions/05-properties/exercise';

export * from '#solutions/05-properties/exercise';

export const mistake = 'A property was made once, and not a function that makes one.';

export function properties(): ReturnType<typeof strong> {
  // The type asks for a function; a learner who overlooks that gets here.
  return { ...strong(), 'the mean is 0': fc.asyncProperty(fc.integer(), async () => true) as never };
}
