import { UsageError } from './arguments';

/** @throws UsageError for what is no whole number of 1 or more */
export function wholeNumber(text: string, option: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new UsageError(`${option} takes a whole number of 1 or more, not "${text}".`);
}
