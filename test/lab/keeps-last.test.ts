import { expect, it, vi } from 'vitest';
import { keepsLast } from '../../src/lab/worker/keeps-last';

it('finds an answer once, as long as the same is asked', async () => {
  const find = vi.fn<(question: string) => Promise<string>>((question) => Promise.resolve(`${question}!`));
  const ask = keepsLast((question: string) => [question], find);
  expect(await ask('cars')).toBe('cars!');
  expect(await ask('cars')).toBe('cars!');
  expect(find).toHaveBeenCalledTimes(1);
  expect(await ask('diamonds')).toBe('diamonds!');
  expect(await ask('cars')).toBe('cars!');
  expect(find).toHaveBeenCalledTimes(3);
});

it('looks again for one that did not come', async () => {
  const find = vi
    .fn<(question: string) => Promise<string>>()
    .mockRejectedValueOnce(new RangeError('It did not arrive.'))
    .mockResolvedValueOnce('here');
  const ask = keepsLast((question: string) => [question], find);
  await expect(ask('cars')).rejects.toThrow('It did not arrive.');
  expect(await ask('cars')).toBe('here');
});

it('does not forget a later answer for an earlier one that fails', async () => {
  let fail: (error: Error) => void = () => undefined;
  const find = vi
    .fn<(question: string) => Promise<string>>()
    .mockReturnValueOnce(new Promise<string>((_, reject) => (fail = reject)))
    .mockResolvedValueOnce('here');
  const ask = keepsLast((question: string) => [question], find);
  const early = ask('cars');
  await ask('diamonds');
  fail(new Error('late'));
  await expect(early).rejects.toThrow('late');
  expect(await ask('diamonds')).toBe('here');
  expect(find).toHaveBeenCalledTimes(2);
});
