import { properties as strong } from '#solutions/05-properties/exercise';

export * from '#solutions/05-properties/exercise';

export const mistake = 'A mean of 0 and a deviation of 1 say nothing about which value is which.';

export function properties(): ReturnType<typeof strong> {
  const { 'the mean is 0 and the deviation 1': only } = strong();
  return { 'the mean is 0 and the deviation 1': only! };
}
