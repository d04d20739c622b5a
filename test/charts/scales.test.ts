import { describe, expect, it } from 'vitest';
import { besideOthers, roomForNames } from '../../src/charts/arm-marks';
import { centeredAxis, columnAxis, lossAxis, parameterAxis } from '../../src/charts/axis-names';
import { spread } from '../../src/charts/end-labels';
import { decadesAround } from '../../src/charts/logarithmic';
import { broken } from '../../src/charts/picture';
import { ticksAlong } from '../../src/charts/ticks';

describe('a scale in decades', () => {
  it('holds all values between whole powers of ten, and names few of them', () => {
    const { domain, ticks, tickFormat } = decadesAround([3e-11, 450]);
    expect(domain).toEqual([1e-11, 1000]);
    expect(ticks).toEqual([1e-11, 1e-9, 1e-7, 1e-5, 0.001, 0.1, 10, 1000]);
    expect(ticks.map(tickFormat)).toEqual(['1e-11', '1e-9', '1e-7', '1e-5', '0.001', '0.1', '10', '1,000']);
  });

  it('is not misled by the logarithm of a whole power', () => {
    expect(decadesAround([1e-3, 1e3]).domain).toEqual([1e-3, 1e3]);
    expect(decadesAround([5]).domain).toEqual([1, 10]);
  });

  it('passes over what has no logarithm', () => {
    expect(decadesAround([NaN, 0, -1, Infinity, 20]).domain).toEqual([10, 100]);
    expect(decadesAround([]).domain).toEqual([1, 10]);
  });
});

describe('labels at the ends of lines', () => {
  const label = (y: number, text = 'one line') => ({ text, y });

  it('stay where they are when there is room', () => {
    expect(spread([label(50), label(100)], 0, 200)).toEqual([50, 100]);
  });

  it.each([
    ['alike', [60, 60, 60]],
    ['at the bottom', [199, 198, 200]],
    ['at the top', [0, 3, 1]],
  ])('never cover each other, nor leave the frame: %s', (_, wanted) => {
    const heights = spread(
      wanted.map((y) => label(y)),
      0,
      200,
    ).toSorted((a, b) => a - b);
    expect(heights[0]).toBeGreaterThan(7);
    expect(heights.at(-1)).toBeLessThan(193);
    expect(heights[1]! - heights[0]!).toBeGreaterThan(14);
    expect(heights[2]! - heights[1]!).toBeGreaterThan(14);
  });

  it('leave room for two lines', () => {
    const [upper, lower] = spread([label(50, 'raw\nwithout decay'), label(52)], 0, 200);
    expect(lower! - upper!).toBeGreaterThan(22);
  });
});

describe('names beside lines', () => {
  const end = (text: string, x: number) => ({ name: text, text, x, y: 1 });

  it('have as much room as the longest line of them takes', () => {
    expect(roomForNames(['raw'])).toBeLessThan(roomForNames(['normalized']));
    expect(roomForNames(['normalized\nwithout decay'])).toBe(roomForNames(['without decay']));
  });

  it('stand to the right of a line that ends where they would be, and else at their own', () => {
    const pixels = (x: number) => x;
    const [raw, normalized] = besideOthers([end('raw', 100), end('normalized', 120)], pixels);
    expect([raw!.x, normalized!.x]).toEqual([120, 120]);
    const [left, right] = besideOthers([end('raw', 100), end('normalized', 300)], pixels);
    expect([left!.x, right!.x]).toEqual([100, 300]);
  });
});

it('an axis has fewer ticks where it is short, and never fewer than two', () => {
  expect([600, 200, 40].map((pixels) => ticksAlong(pixels, 6))).toEqual([6, 3, 2]);
  expect(ticksAlong(200, 11, 28)).toBe(7);
});

describe('the names of axes', () => {
  it('have the unit of the target, squared for a loss', () => {
    expect(lossAxis('validation loss', 'economy (mpg)')).toBe('validation loss (mpg, squared)');
    expect(lossAxis('validation loss', 'y')).toBe('validation loss (units of y, squared)');
  });

  it('have the unit of a column, or say that it has none', () => {
    expect(columnAxis('weight (lb)')).toBe('weight (lb)');
    expect(centeredAxis('weight (lb)')).toBe('weight − mean (lb)');
    expect(columnAxis('year (19__)')).toBe('year (no unit)');
    expect(centeredAxis('x1')).toBe('x1 − mean (no unit)');
    expect(columnAxis(`${'a long name '.repeat(9)}(m)`)).toMatch(/^a long .{22}… \(m\)$/);
  });

  it('have the column of a weight, and what it counts', () => {
    const names = { columns: ['x1', 'weight (lb)', 'temperature (K)'], target: 'economy (mpg)' };
    expect(parameterAxis(0, names, 'raw')).toBe('weight of x1 (mpg per unit)');
    expect(parameterAxis(1, names, 'standard')).toBe('weight of weight (mpg per std)');
    expect(parameterAxis(2, names, 'raw')).toBe('weight of temperature (mpg per K)');
    expect(parameterAxis(3, names, 'raw')).toBe('bias (mpg)');
  });
});

it('a title is broken between words', () => {
  expect(broken('one two three', 8)).toEqual(['one two', 'three']);
  expect(broken('unbreakable', 3)).toEqual(['unbreakable']);
});
