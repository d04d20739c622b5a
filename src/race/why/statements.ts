import { articleFigures } from '#kit/data';
import type { Measured } from './measure';
import { PATH_RATE, pathSteps, RATIO } from './measure';
import { biasInTheory, bowlInTheory, stepsInTheory, treatments, type Treatment } from './theory';

export const judgements = ['right', 'loose', 'does not follow'] as const;
export type Judgement = (typeof judgements)[number];

/** A number that somebody else can work out, and the same as the functions of a shelf have it. */
export interface Figure {
  readonly name: string;
  readonly theory: number;
  readonly yours: number;
}

/** Something that the article says, and what is so. */
export interface Statement {
  readonly judgement: Judgement;
  /** What it says, in short. */
  readonly claim: string;
  /** What is so. */
  readonly words: string;
  readonly figures: readonly Figure[];
  /** Commands that show more of it. */
  readonly see: readonly string[];
}

/** The article's statements, with figures from a measurement beside each. */
export function statementsOn(measured: Measured): Statement[] {
  return [...right(measured), ...loose(measured), ...doesNotFollow(measured)];
}

const named: Readonly<Record<Treatment, string>> = {
  raw: 'raw',
  centered: 'centered only',
  scaled: 'scaled only',
  standardized: 'normalized',
};

function conditions({ bowls, scales }: Measured, which: readonly Treatment[]): Figure[] {
  return which.map((treatment) => {
    const { steepest, flattest } = bowlInTheory(scales.length, treatment);
    return {
      name: `condition number, ${named[treatment]}`,
      theory: steepest / flattest,
      yours: bowls[treatment].condition,
    };
  });
}

/** Until a hundredth of the error is left. */
function steps({ descents, scales }: Measured, treatment: 'raw' | 'standardized'): Figure[] {
  const theory = stepsInTheory(bowlInTheory(scales.length, treatment), RATIO);
  const { predictedSteps, steps: taken } = descents[treatment];
  const name = `steps to 1 % of the error, ${named[treatment]}`;
  return [
    { name: `${name}, predicted`, theory, yours: predictedSteps },
    { name: `${name}, taken`, theory, yours: taken },
  ];
}

function right(measured: Measured): Statement[] {
  const { bowls, six } = measured;
  const { largest, condition } = bowls.standardized;
  return [
    {
      judgement: 'right',
      claim: 'Normalized inputs train better.',
      words:
        'Over raw inputs the loss is a bowl that is steep one way and nearly flat another. Plain gradient ' +
        'descent pays for that, and normalizing makes the bowl round.',
      figures: [
        ...conditions(measured, ['raw', 'standardized']),
        ...steps(measured, 'raw'),
        ...steps(measured, 'standardized'),
      ],
      see: ['npm run race', 'npm test 13'],
    },
    {
      judgement: 'right',
      claim: 'On a common scale, a step in any direction changes the loss alike.',
      words:
        'Normalized, with inputs that know nothing of each other, the loss bends by 2 whichever way you go.',
      figures: [
        { name: 'largest curvature, normalized', theory: 2, yours: largest },
        { name: 'smallest curvature, normalized', theory: 2, yours: largest / condition },
      ],
      see: ['npm test 13'],
    },
    {
      judgement: 'right',
      claim: 'All three graphs show the same shape.',
      words:
        'Subtracting and dividing move numbers and stretch them, all alike. Gaps keep their proportions.',
      figures: [{ name: 'gap 100 to 1000, by gap 25 to 100', theory: 12, yours: six.gaps }],
      see: ['npm test 03'],
    },
    {
      judgement: 'right',
      claim: 'Normalized, the bias is what moves.',
      words:
        'The columns then have a mean of 0, so that an error which all rows share pushes the bias alone, ' +
        'straight to the mean of the targets.',
      figures: biasPath(measured, 'standardized'),
      see: ['npm test 07'],
    },
  ];
}

function loose(measured: Measured): Statement[] {
  const { six, descents, scales } = measured;
  const limits = (['raw', 'standardized'] as const).flatMap((treatment): Figure[] => {
    const { steepest } = bowlInTheory(scales.length, treatment);
    const { predictedLimit, limit } = descents[treatment];
    return [
      { name: `2 / largest curvature, ${named[treatment]}`, theory: 2 / steepest, yours: predictedLimit },
      { name: `largest rate that holds, ${named[treatment]}`, theory: 2 / steepest, yours: limit },
    ];
  });
  return [
    {
      judgement: 'loose',
      claim: 'The standard deviation is the average distance from the mean.',
      words:
        'The average distance is another number. The standard deviation is the root of the mean squared ' +
        'distance: far values count for more.',
      figures: [
        { name: 'average distance, six numbers', theory: 269.9444, yours: six.averageDistance },
        { name: 'standard deviation, six numbers', theory: 363.724, yours: six.standardDeviation },
      ],
      see: ['npm test 03'],
    },
    {
      judgement: 'loose',
      claim: 'With a mean of 0, half of the weight of the numbers lies on each side.',
      words: 'Half of the deviation does, not half of the numbers: 5 of the 6 are below 0.',
      figures: [
        { name: 'numbers below 0, of 6', theory: 5, yours: six.below },
        { name: 'deviation below 0, in all', theory: 809.8333, yours: six.deviationBelow },
        { name: 'deviation above 0, in all', theory: 809.8333, yours: six.deviationAbove },
      ],
      see: ['npm test 02'],
    },
    {
      judgement: 'loose',
      claim: 'It smooths the loss landscape.',
      words:
        'The landscape of a linear model is a smooth bowl from the start. Normalizing makes it round, and takes ' +
        'both parts to do so: dividing without centering makes this data worse.',
      figures: conditions(measured, treatments),
      see: ['npm test 13'],
    },
    {
      judgement: 'loose',
      claim: 'Weights can make finer adjustments.',
      words:
        'Not finer: longer. In a round bowl a step may be more than three times as long before it runs away.',
      figures: limits,
      see: ['npm test 13'],
    },
  ];
}

function doesNotFollow(measured: Measured): Statement[] {
  const { mapped, missingMean, descents, stepsToMillionth, scales } = measured;
  const raw = articleFigures.rawModel();
  const largest = Math.max(...scales);
  const bowl = bowlInTheory(scales.length, 'raw');
  return [
    {
      judgement: 'does not follow',
      claim: 'The raw weights line up closer with the true scales.',
      words:
        'They count in other units. In raw units, w1 of the normalized run, printed as 22.76, is 78.99 of 79. ' +
        'The raw run stopped at 73.14, which is 92.6 %, and its bias at 25.18.',
      figures: [
        { name: 'w1, normalized run, in raw units', theory: scales[0]!, yours: mapped.weights[0]! },
        { name: 'w2, normalized run, in raw units', theory: scales[1]!, yours: mapped.weights[1]! },
        { name: 'bias, normalized run, in raw units', theory: 0, yours: mapped.bias },
      ],
      see: ['npm test 11'],
    },
    {
      judgement: 'does not follow',
      claim: 'Raw, the bias is less likely to move.',
      words:
        'It moves first, and too far, as all weights do: raw columns let one error push them all. Then it has ' +
        'to come back along the flattest direction.',
      figures: biasPath(measured, 'raw'),
      see: ['npm test 07', 'npm test 11'],
    },
    {
      judgement: 'does not follow',
      claim: 'The raw run fell behind because its inputs were raw.',
      words:
        'Its bowl costs about a thousand steps, and it had 25,000. What held it back is the weight decay of 0.01, ' +
        'which lets no weight stand beyond 1 / 0.01 = 100. Raw weights must get up to 93, normalized ones to 27; ' +
        'the raw bias only makes up for what the weights are missing. Without decay raw catches up: the race ' +
        'trains all four.',
      figures: [
        {
          name: 'steps to a millionth of the error, raw',
          theory: stepsInTheory(bowl, 1e-6),
          yours: stepsToMillionth,
        },
        { name: 'largest weight, raw; decay allows 100', theory: largest, yours: descents.raw.largestWeight },
        {
          name: 'largest weight, normalized; decay allows 100',
          theory: largest * Math.sqrt(1 / 12),
          yours: descents.standardized.largestWeight,
        },
        {
          name: 'Σ missing weight · mean; printed bias 25.18',
          theory: raw.weights.reduce((sum, weight, index) => sum + (scales[index]! - weight) / 2, 0),
          yours: missingMean,
        },
      ],
      see: ['npm run race -- --recipe article', 'npm run race -- --recipe article --wd-sweep'],
    },
  ];
}

function biasPath({ descents, scales }: Measured, treatment: 'raw' | 'standardized'): Figure[] {
  const after = pathSteps[treatment];
  const theory = biasInTheory(scales, treatment, PATH_RATE, after);
  return after.map((steps, index) => ({
    name: `bias after ${steps} steps at ${PATH_RATE}, ${named[treatment]}`,
    theory: theory[index]!,
    yours: descents[treatment].bias[index]!,
  }));
}
