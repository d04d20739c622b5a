import { refuses } from './expect';
import { Mismatch } from './mismatch';

/**
 * Passes as `refuses` does, where it is not sizes that cannot be, but the values themselves.
 * @param what such values, in the singular, to begin a sentence with
 */
export async function refusesValues(
  what: string,
  call: () => Promise<unknown>,
  ...values: number[]
): Promise<void> {
  try {
    await refuses(call, ...values);
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    const sentence = `${what} should be refused with a RangeError that names ${values.join(' and ')}.`;
    throw new Mismatch(sentence, { expected: error.expected ?? '', got: error.got ?? '' });
  }
}
