import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import {
  columnsPicture,
  decaysPicture,
  finderPicture,
  landscapePicture,
  lossesPicture,
  schedulePicture,
  shapePicture,
  weightsPicture,
  type Canvas,
} from '#kit/charts';

const { document } = parseHTML('<html></html>');
const canvas: Canvas = { document };

const epochs = (...losses: number[]) => losses.map((validLoss, epoch) => ({ epoch, validLoss }));
const arms = [
  { name: 'normalized', epochs: epochs(10, 0.1, 1e-7) },
  { name: 'raw', epochs: epochs(400, 200, 150) },
  { name: 'raw at its best rate', epochs: epochs(300, 100, 50) },
];
const finderArm = (name: string, suggestion: number) => ({
  name,
  learningRates: [0.01, 0.1, 1, 10],
  losses: [100, 60, 30, 900],
  smoothed: [100, 80, 60, 300],
  suggestion,
  limit: 2,
});
const steps = Array.from({ length: 40 }, (_, step) => ({
  step,
  learningRate: step < 10 ? 0.4 + step : 10 - step / 4,
  momentum: step < 10 ? 0.95 - step / 100 : 0.85 + (step - 10) / 300,
}));
const trackedArm = (name: string) => ({
  name,
  tracked: [0, 1, 2, 3].map((step) => ({ step, weights: Float32Array.of(step, 2 * step), bias: 5 - step })),
});
const landscape = (stretch: number) => ({
  parameters: [0, 1] as const,
  best: [30, 10] as const,
  reach: 39,
  least: 0,
  bends: [2, 0, 2 * stretch] as const,
  learningRate: 0.1,
  every: 1,
  marks: [0, 1, 2, 3].map((step) => [10 * step, step] as const),
  path: [0, 1, 2, 3].map((step) => [10 * step, step] as const),
  condition: stretch,
});
type View = Parameters<typeof landscapePicture>[0]['views'][number];
const view = (name: string, stretch: number): View => ({
  name,
  unit: name === 'raw' ? ('raw' as const) : ('standard' as const),
  landscape: landscape(stretch),
});
const landscapes = (...views: View[]) => ({ columns: ['a'], target: 'y', views });

const pictures = {
  losses: (at: Canvas = canvas) => lossesPicture({ arms, target: 'economy (mpg)' }, at),
  finder: (at: Canvas = canvas) =>
    finderPicture({ arms: [finderArm('normalized', 0.1), finderArm('raw', 0.3)], target: 'y' }, at),
  schedule: (at: Canvas = canvas) => schedulePicture(steps, at),
  weights: (at: Canvas = canvas) =>
    weightsPicture(
      {
        arms: [trackedArm('normalized'), trackedArm('raw')],
        unit: 'standard',
        target: 'y',
        truth: { weights: [3, 6], bias: 2 },
      },
      at,
    ),
  decays: (at: Canvas = canvas) =>
    decaysPicture(
      {
        trials: [
          { weightDecay: 0, normalized: 1e-9, raw: 1e-10 },
          { weightDecay: 0.01, normalized: 1e-7, raw: 25 },
          { weightDecay: 0.1, normalized: 1400, raw: NaN },
        ],
        target: 'y',
      },
      at,
    ),
  landscape: (at: Canvas = canvas) =>
    landscapePicture(landscapes(view('raw', 19), view('normalized', 1)), at),
  columns: (at: Canvas = canvas) =>
    columnsPicture(
      {
        names: ['year', 'pressure (Pa)'],
        raw: [
          { low: 1950, mean: 1985, high: 2020 },
          { low: 99_000, mean: 101_000, high: 103_000 },
        ],
        normalized: [
          { low: -1.7, mean: 0, high: 1.7 },
          { low: -1.8, mean: 0, high: 1.7 },
        ],
      },
      at,
    ),
  shape: (at: Canvas = canvas) =>
    shapePicture(
      {
        of: 'Three numbers',
        shapes: [
          { heading: 'raw', values: Float32Array.of(1, 2, 6), axis: 'value (m)' },
          { heading: 'centered', values: Float32Array.of(-2, -1, 3), axis: 'value − mean (m)' },
        ],
      },
      at,
    ),
};

/** What a reader sees as words. */
const texts = (svg: Element) => [...svg.querySelectorAll('text')].map((text) => text.textContent);
const label = (svg: Element) => svg.getAttribute('aria-label') ?? '';

describe.each(Object.entries(pictures))('the picture: %s', (name, draw) => {
  it('has a title, and says what is to be seen', () => {
    const svg = draw();
    const title = [...svg.children].filter((child) => child.getAttribute('class') === 'title');
    expect(svg.getAttribute('role')).toBe('img');
    expect(label(svg)).toContain(title[0]!.textContent!);
    expect(label(svg).length).toBeGreaterThan(title[0]!.textContent!.length + 40);
    expect(label(svg)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('names both axes of every plot, each with its unit', () => {
    for (const plot of draw().querySelectorAll('svg')) {
      const axes = [...plot.querySelectorAll('[aria-label$="-axis label"]')].map((part) => part.textContent);
      // Where others have a second axis, the columns have their names.
      expect(axes.length).toBe(name === 'columns' ? 1 : 2);
      for (const axis of axes) expect(axis).toMatch(/[a-z].* \([^()]+\)/);
    }
  });

  it('needs nothing from elsewhere', () => {
    const { outerHTML } = draw();
    expect(outerHTML).not.toMatch(/url\(|href|<script|<image|@import|src=/);
    expect(outerHTML.replaceAll('http://www.w3.org/2000/svg', '')).not.toContain('://');
  });

  it('has whole numbers of tenths of pixels, and none that is not a number', () => {
    const svg = draw();
    expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
    for (const path of svg.querySelectorAll('path')) expect(path.getAttribute('d')).not.toMatch(/\.\d\d/);
  });

  it('is the same each time', () => {
    expect(draw().outerHTML).toBe(draw().outerHTML);
  });

  it('fits into the width that it is given', () => {
    for (const width of [340, 520, 800]) {
      const svg = draw({ document, width });
      expect(svg.getAttribute('width')).toBe(String(width));
      for (const plot of svg.querySelectorAll('svg')) {
        expect(Number(plot.getAttribute('x')) + Number(plot.getAttribute('width'))).toBeLessThanOrEqual(
          width,
        );
        expect(Number(plot.getAttribute('y')) + Number(plot.getAttribute('height'))).toBeLessThanOrEqual(
          Number(svg.getAttribute('height')),
        );
      }
    }
  });
});

describe('losses', () => {
  const lines = (svg: Element) => [...svg.querySelectorAll('[aria-label="line"]')];

  it('have a line for each arm, told apart by more than colour, and its name beside it', () => {
    const svg = pictures.losses();
    expect(lines(svg).length).toBe(3);
    expect(new Set(lines(svg).map((line) => line.getAttribute('stroke-dasharray'))).size).toBe(3);
    for (const name of ['normalized', 'raw', 'rawat its best rate']) expect(texts(svg)).toContain(name);
    expect(label(svg)).toContain('normalized goes from 10 to 1e-7. raw goes from 400 to 150.');
  });

  it('show what the article printed as crosses', () => {
    const article = { normalized: epochs(0.7, 0.6), raw: epochs(153, 498) };
    const svg = lossesPicture({ arms, target: 'y', article }, canvas);
    expect(texts(svg)[0]).toContain('× is what the article printed');
    expect(svg.querySelectorAll('[aria-label="dot"]').length).toBe(4);
  });

  it('say that an arm overflows, and leave the axis to the others', () => {
    const lost = { name: 'raw', epochs: epochs(1e9, 1e30, Infinity) };
    const svg = lossesPicture({ arms: [arms[0]!, lost], target: 'y' }, canvas);
    expect(texts(svg)).toContain('rawoverflows ↑');
    expect(label(svg)).toContain('raw overflows.');
    expect(texts(svg)).not.toContain('1e30');
  });

  it('are drawn where all arms overflow', () => {
    const lost = arms.map(({ name }) => ({ name, epochs: epochs(NaN, NaN) }));
    const svg = lossesPicture({ arms: lost, target: 'y' }, canvas);
    expect(label(svg)).toContain('normalized overflows.');
    expect(texts(svg).join(' ')).toContain('No loss to draw');
    expect(texts(pictures.losses()).join(' ')).not.toContain('No loss to draw');
  });
});

describe('the landscape', () => {
  it('says how steep each bowl is, and what the descent leaves', () => {
    const svg = pictures.landscape();
    expect(label(svg)).toContain(
      'raw: a bowl 19 times as steep in one direction as in another, deepest at 30 and 10',
    );
    expect(label(svg)).toContain('normalized: an almost round bowl');
    expect(texts(svg)).toEqual(
      expect.arrayContaining(
        ['raw, rate 0.1', 'start', 'best', 'bias (y)'].map((text) => expect.stringContaining(text) as string),
      ),
    );
  });

  it('has axes of one scale, so that a round bowl looks round', () => {
    const [, plot] = pictures.landscape().querySelectorAll('svg');
    const frame = plot!.querySelector('[aria-label="frame"]')!;
    expect(frame.getAttribute('width')).toBe(frame.getAttribute('height'));
  });

  it('says in which step a path leaves it, and draws the way to the edge', () => {
    const way = {
      marks: [[0, 0]],
      path: [
        [0, 0],
        [1e9, 2e8],
      ],
      leaves: 1,
    } as const;
    const away = { ...view('raw', 19), landscape: { ...landscape(19), ...way } };
    const svg = landscapePicture(landscapes(away, view('normalized', 1)), canvas);
    expect(texts(svg)).toContain('leaves the picturein step 1');
    expect(label(svg)).toContain('step 1 leaves the picture, and the loss grows.');
    const [plot] = svg.querySelectorAll('svg');
    const [frame] = plot!.querySelectorAll('[aria-label="frame"]');
    const right = Number(frame!.getAttribute('x')) + Number(frame!.getAttribute('width'));
    const [line] = plot!.querySelectorAll('[aria-label="line"] path');
    const end = /L(-?[\d.]+),/.exec(line!.getAttribute('d')!);
    expect(Number(end![1])).toBeCloseTo(right, 0);
    expect(plot!.querySelectorAll('[aria-label="dot"]')[0]!.children.length).toBe(1);
  });

  it('says how many steps a dot is, of each path where they differ', () => {
    const far = { ...view('raw', 19), landscape: { ...landscape(19), every: 625 } };
    const title = (...views: Parameters<typeof landscapes>) =>
      label(landscapePicture(landscapes(...views), canvas)).split('. ')[0];
    expect(title(far, far)).toMatch(/; a dot is 625 steps$/);
    expect(title(far, view('normalized', 1))).toMatch(
      /; raw: a dot is 625 steps, normalized: a dot is a step$/,
    );
  });

  it('is drawn where the start is the bottom', () => {
    const still = { best: [0, 0], marks: [[0, 0]], path: [[0, 0]], bends: [0, 0, 0] } as const;
    expect(
      landscapePicture(landscapes({ ...view('raw', 1), landscape: { ...landscape(1), ...still } }), canvas)
        .outerHTML,
    ).not.toContain('NaN');
  });
});

describe('weights', () => {
  it('have a plot for the weights and one for the bias of each arm, with the true values as lines', () => {
    const plots = pictures.weights().querySelectorAll('svg');
    expect(plots.length).toBe(4);
    const rules = [...plots].map((plot) => plot.querySelectorAll('[aria-label="rule"] line').length);
    expect(rules).toEqual([2, 2, 1, 1]);
    const lines = [...plots].map((plot) => plot.querySelectorAll('[aria-label="line"] path').length);
    expect(lines).toEqual([2, 2, 1, 1]);
  });

  it('use the height of their plot, however small they are', () => {
    const small = [0, 1].map((step) => ({ step, weights: [0.002 * step], bias: -0.003 * step }));
    const svg = weightsPicture({ arms: [{ name: 'raw', tracked: small }], unit: 'raw', target: 'y' }, canvas);
    for (const plot of svg.querySelectorAll('svg')) {
      const [line] = plot.querySelectorAll('[aria-label="line"] path');
      const [start, end] = [...line!.getAttribute('d')!.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
      expect(Math.abs(start! - end!)).toBeGreaterThan(0.5 * Number(plot.getAttribute('height')));
    }
  });

  it('are drawn where all of them stay 0', () => {
    const still = [0, 1].map((step) => ({ step, weights: [0], bias: 0 }));
    const svg = weightsPicture({ arms: [{ name: 'raw', tracked: still }], unit: 'raw', target: 'y' }, canvas);
    expect(svg.outerHTML).not.toContain('NaN');
  });

  it('count in the unit that they are drawn in', () => {
    expect(texts(pictures.weights())).toContain('↑ weights (y per std)');
  });
});

describe('others', () => {
  it('the finder marks its suggestion for each arm, and the limit', () => {
    const svg = pictures.finder();
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['normalized', 'raw', 'normalized: limit 2 ↓', 'raw: limit 2 ↓']),
    );
    expect(label(svg)).toContain(
      'normalized stops at a rate of 10; the suggestion is 0.1, and its limit is 2.',
    );
  });

  it('the schedule names its start, its peak and its end', () => {
    expect(texts(pictures.schedule())).toEqual(expect.arrayContaining(['from 0.4', 'from 0.95', '0.85']));
  });

  it('a weight decay stands above the largest weight that it allows', () => {
    expect(texts(pictures.decays())).toEqual(expect.arrayContaining(['noneany', '0.01100']));
    expect(label(pictures.decays())).toContain('0.01: 1e-7 and 25; 0.1: 1,400 and overflow.');
  });
});
