import { properties as strong } from '#solutions/05-properties/exercise';

export * from '#solutions/05-properties/exercise';

export const mistake = 'No column of equal values is ever drawn, so nobody divides by 0.';

export function properties(): ReturnType<typeof strong> {
  const { 'a constant column becomes zeros': _, ...rest } = strong();
  return rest;
}
