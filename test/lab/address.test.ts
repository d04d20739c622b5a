import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../src/lab/address';
import { articleRecipe, start, type Settings } from '../../src/lab/settings';

const others: Settings = {
  data: 'cars',
  rows: 200,
  rate: 1e-7,
  optimizer: 'adam',
  schedule: 'one-cycle',
  decay: 0.003,
  batch: 16,
  seed: -7,
  epochs: 3,
  arms: ['raw', 'raw at its best rate'],
  backend: 'webasm',
  unit: 'standard',
};

describe('settings in the address', () => {
  it.each([
    ['the start', start],
    ['the article’s recipe', articleRecipe],
    ['others', others],
    ['no arms but one', { ...start, arms: ['normalized'] } satisfies Settings],
  ])('come back as they were: %s', (_, settings) => {
    expect(readAddress(writeAddress(settings))).toEqual({ settings, notes: [] });
  });

  it('are left out where they are as at the start', () => {
    expect(writeAddress(start)).toBe('');
    expect(writeAddress({ ...start, seed: 2, arms: ['normalized', 'raw'] })).toBe('seed=2');
    expect(writeAddress(others)).toContain('arms=raw,best');
  });

  it.each([
    ['optimizer=sgd', 'The link asks for optimizer "sgd"; it may be plain or adam. It is plain here.'],
    ['lr=fast', 'The link asks for lr "fast"; it takes a number from 1e-10 to 100.'],
    ['lr=0', 'The link asks for lr "0"; it takes a number from 1e-10 to 100.'],
    ['batch=1.5', 'The link asks for batch "1.5"; it takes a whole number from 1 to 1,000,000.'],
    ['seed=1e16', 'The link asks for seed "1e16"; it takes a whole number from -1e15 to 1e15.'],
    ['rows=9', 'The link asks for rows "9"; it takes a whole number from 10 to 2,000,000.'],
    ['arms=tamed', 'The link asks for arms "tamed"; they may be normalized, raw or best.'],
    ['unit=miles', 'The link asks for unit "miles"; it may be raw or standard. It is raw here.'],
    ['colour=red', 'The link has "colour", which the lab does not know.'],
  ])('fall back with a note: %s', (query, note) => {
    expect(readAddress(`?${query}`)).toEqual({ settings: start, notes: [note] });
  });

  it('keep the arms that there are', () => {
    expect(readAddress('?arms=raw,tamed').settings.arms).toEqual(['raw']);
  });

  it.each(['optimizer=adam', 'schedule=one-cycle'])('ask for an arm that can run, with %s', (recipe) => {
    expect(readAddress(`?arms=best&${recipe}`)).toMatchObject({
      settings: { arms: start.arms },
      notes: [
        'The link asks for raw at its best rate alone, which trains with plain descent at a constant rate only. ' +
          'The arms are normalized and raw here.',
      ],
    });
    expect(readAddress(`?arms=raw,best&${recipe}`)).toMatchObject({
      settings: { arms: ['raw', 'raw at its best rate'] },
      notes: [],
    });
  });

  it('cannot bring a file along', () => {
    const { settings, notes } = readAddress('?data=file&target=price');
    expect(settings).toMatchObject({ data: 'file', target: 'price' });
    expect(notes).toEqual(['The link is about a CSV file, which a link cannot carry: choose the file here.']);
  });
});
