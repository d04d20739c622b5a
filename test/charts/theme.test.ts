import { describe, expect, it } from 'vitest';
import { rules } from '#kit/charts';

const [light = '', dark = ''] = rules.split('@media (prefers-color-scheme: dark)');
const colour = (theme: string, name: string) =>
  new RegExp(`--picture-${name}: #([0-9a-f]{6});`).exec(theme)?.[1] ?? '';

/** As WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [0, 2, 4].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

it('contrast is 21 for black on white', () => {
  expect(contrast('000000', 'ffffff')).toBeCloseTo(21, 5);
});

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_, theme) => {
  it.each(['ink', 'faint', 'normalized', 'raw'])('has text to be read on its paper: %s', (name) => {
    expect(contrast(colour(theme, name), colour(theme, 'paper'))).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps the arms apart in grey', () => {
    expect(contrast(colour(theme, 'normalized'), colour(theme, 'raw'))).toBeGreaterThan(2);
  });
});
