import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import {
  columnsPicture,
  decaysPicture,
  finderPicture,
  landscapePicture,
  lossesPicture,
  weightsPicture,
} from '#kit/charts';

const { document } = parseHTML('<html></html>');
const canvas = { document };
const arms = ['normalized', 'raw'] as const;
type Arm = (typeof arms)[number];

const curve = (name: Arm) => ({
  name,
  learningRates: [0.01, 0.1, 1],
  losses: [100, 60, 900],
  smoothed: [100, 80, 300],
  suggestion: 0.1,
  limit: 0.5,
});
const view = (name: Arm) => ({
  name,
  unit: name === 'raw' ? ('raw' as const) : ('standard' as const),
  landscape: {
    parameters: [0, 1] as const,
    best: [30, 10] as const,
    reach: 39,
    least: 0,
    bends: [2, 0, 2] as const,
    learningRate: 0.1,
    every: 1,
    marks: [[0, 0] as const, [10, 5] as const],
    path: [[0, 0] as const, [10, 5] as const],
    condition: 1,
  },
});
const ranges = [{ low: 1, mean: 2, high: 3 }];

/** Each with the marks that it has of both arms. */
const pictures = {
  losses: {
    marks: ['dot', 'line', 'text'],
    svg: lossesPicture(
      {
        arms: arms.map((name) => ({
          name,
          epochs: [0, 1].map((epoch) => ({ epoch, validLoss: 3 - epoch })),
          batches: [-1, 0].map((epoch) => ({ epoch, loss: 4 - epoch })),
        })),
        target: 'y',
      },
      canvas,
    ),
  },
  finder: {
    marks: ['dot', 'line', 'rule', 'text'],
    svg: finderPicture({ arms: arms.map(curve), target: 'y' }, canvas),
  },
  weights: {
    marks: ['line'],
    svg: weightsPicture(
      {
        arms: arms.map((name) => ({
          name,
          tracked: [0, 1, 2].map((step) => ({ step, weights: [step], bias: step })),
        })),
        unit: 'raw',
        target: 'y',
      },
      canvas,
    ),
  },
  decays: {
    marks: ['dot', 'line', 'text'],
    svg: decaysPicture(
      { trials: [0, 0.1].map((weightDecay) => ({ weightDecay, normalized: 1, raw: 2 })), target: 'y' },
      canvas,
    ),
  },
  landscape: {
    marks: ['dot', 'line'],
    svg: landscapePicture({ columns: ['a'], target: 'y', views: arms.map(view) }, canvas),
  },
  columns: {
    marks: ['bar'],
    svg: columnsPicture({ names: ['a'], raw: ranges, normalized: ranges }, canvas),
  },
};

function inherited(element: Element | null, name: string): string {
  if (element === null) return '';
  return element.getAttribute(name) ?? inherited(element.parentElement, name);
}

function armOf(element: Element): Arm | undefined {
  const colours = [inherited(element, 'stroke'), inherited(element, 'fill')];
  return arms.find((arm) => colours.includes(`var(--picture-${arm})`));
}

/** What is left of a mark without its colour and its place. */
function look(element: Element): string {
  if (element.localName === 'text') return element.textContent;
  const fill = inherited(element, 'fill');
  const isFilled = fill !== 'none' && fill !== 'var(--picture-paper)';
  return `${isFilled ? 'filled' : 'hollow'} ${inherited(element, 'stroke-dasharray')}`;
}

it.each(Object.entries(pictures))('arms differ without colour in every mark: %s', (_, { svg, marks }) => {
  const looks = new Map<string, Record<Arm, Set<string>>>();
  for (const group of svg.querySelectorAll('svg > g[aria-label]')) {
    for (const element of group.querySelectorAll('path, circle, line, rect, text')) {
      const arm = armOf(element);
      if (arm === undefined) continue;
      const mark = group.getAttribute('aria-label')!;
      const found = looks.get(mark) ?? { normalized: new Set(), raw: new Set() };
      found[arm].add(look(element));
      looks.set(mark, found);
    }
  }
  expect([...looks.keys()].toSorted()).toEqual(marks);
  for (const { normalized, raw } of looks.values()) {
    expect(normalized.size).toBeGreaterThan(0);
    expect(raw.size).toBeGreaterThan(0);
    expect([...normalized].filter((each) => raw.has(each))).toEqual([]);
  }
});

it('each text in the colour of an arm names it', () => {
  for (const { svg } of Object.values(pictures)) {
    for (const text of svg.querySelectorAll('text')) {
      const arm = armOf(text);
      if (arm !== undefined) expect(text.textContent).toContain(arm);
    }
  }
});
