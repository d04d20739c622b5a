import type { Dataset } from './dataset';
import { Matrix } from './matrix';
import type { LinearModel } from './model';
import type { EpochLoss } from './run';
import type { Standardizer } from './standardizer';

/*
 * What the article printed, digit by digit, and what follows from it.
 * Arrays that an exercise may be given come from functions, new each time: a test that overwrites its
 * input must not change the next one's.
 */

/** The article's example: 1, 5, 10, 25, 100, 1000. */
export function sixNumbers(): Float32Array {
  return Float32Array.of(1, 5, 10, 25, 100, 1000);
}

/** What the six numbers come to, in float64. The article prints the mean and the two columns. */
export const sixNumbersFigures = {
  mean: 190.16666666666666,
  /** Each number minus the mean. */
  centered: [
    -189.16666666666666, -185.16666666666666, -180.16666666666666, -165.16666666666666, -90.16666666666666,
    809.8333333333334,
  ],
  /** Of the population: the root of the mean squared distance from the mean. */
  standardDeviation: 363.72398723329877,
  /** Divided by n − 1 instead of n. */
  sampleStandardDeviation: 398.4396650267976,
  /** The average distance from the mean, which the standard deviation is not. */
  meanAbsoluteDeviation: 269.9444444444444,
  /** Centered, divided by the population standard deviation. */
  standardized: [
    -0.520083011586838, -0.5090856615620943, -0.49533897403116467, -0.4540989114383758, -0.24789859847443116,
    2.2265051570929044,
  ],
} as const;

/** The article's printed `scale_amt`: y = Σ scale · x. */
export const scales: readonly number[] = [79, 93, 48, 48, 84, 53, 18, 92, 93, 22];

/** The article's printed first five rows: `x` of 5×10, and y. y = Σ scale · x holds to 1.1e-4. */
export function firstRows(): Dataset {
  return dataset(firstTable);
}

/** Nine rows of a result table, with what the trained model predicted for them. */
export interface ResultRows extends Dataset {
  /** Nine values: the table's column `y_pred`. */
  readonly predictions: Float32Array;
}

/** The article's printed result table "Not Normalized": nine training rows as they are, y and y_pred. */
export function rawRows(): ResultRows {
  return { ...dataset(rawTable), predictions: column(rawTable, 11) };
}

/** The article's printed result table of the normalized run: the same nine rows, normalized, y and y_pred. */
export function normalizedRows(): ResultRows {
  return { ...dataset(normalizedTable), predictions: column(normalizedTable, 11) };
}

/**
 * The article's training statistics, ten each. It never printed them: the two result tables show the same
 * nine rows, and raw = mean + std · normalized then has one solution for each column.
 */
export function trainingStatistics(): Standardizer {
  return {
    means: Float32Array.of(
      0.500151,
      0.500336,
      0.500601,
      0.500026,
      0.499489,
      0.501628,
      0.501456,
      0.499624,
      0.500314,
      0.500515,
    ),
    standardDeviations: Float32Array.of(
      0.288108,
      0.288202,
      0.28887,
      0.28895,
      0.288623,
      0.288576,
      0.289036,
      0.288496,
      0.288819,
      0.288651,
    ),
  };
}

/** The article's printed weights and bias after the normalized run, in standard units. */
export function normalizedModel(): LinearModel {
  return {
    weights: Float32Array.of(
      22.7578,
      26.8047,
      13.8633,
      13.8707,
      24.2422,
      15.2929,
      5.2018,
      26.539,
      26.8526,
      6.3496,
    ),
    bias: 315.1483,
  };
}

/** The article's printed weights and bias after the run that was not normalized, in raw units. */
export function rawModel(): LinearModel {
  return {
    weights: Float32Array.of(
      73.1407,
      84.1651,
      45.1576,
      45.1585,
      77.2888,
      49.8361,
      16.7273,
      83.5148,
      84.1355,
      20.6937,
    ),
    bias: 25.1835,
  };
}

/**
 * The article's printed losses of the normalized run, ten epochs.
 * Its `train_loss` is the smoothed batch loss at the end of the epoch, not the epoch's mean.
 */
export const normalizedLosses: readonly EpochLoss[] = [
  { epoch: 0, trainLoss: 1.142768, validLoss: 0.722641 },
  { epoch: 1, trainLoss: 6.045738, validLoss: 0.614625 },
  { epoch: 2, trainLoss: 16.018417, validLoss: 7.314993 },
  { epoch: 3, trainLoss: 8.353395, validLoss: 5.835221 },
  { epoch: 4, trainLoss: 3.46816, validLoss: 0.493669 },
  { epoch: 5, trainLoss: 2.660133, validLoss: 1.251976 },
  { epoch: 6, trainLoss: 0.722458, validLoss: 0.373421 },
  { epoch: 7, trainLoss: 0.367568, validLoss: 0.272525 },
  { epoch: 8, trainLoss: 0.025171, validLoss: 0.010871 },
  { epoch: 9, trainLoss: 0.000455, validLoss: 0.000518 },
];

/** The article's printed losses of the run that was not normalized, ten epochs; `trainLoss` smoothed too. */
export const rawLosses: readonly EpochLoss[] = [
  { epoch: 0, trainLoss: 154.06604, validLoss: 153.006943 },
  { epoch: 1, trainLoss: 453.20871, validLoss: 498.198853 },
  { epoch: 2, trainLoss: 450.821014, validLoss: 405.338318 },
  { epoch: 3, trainLoss: 462.034576, validLoss: 507.816345 },
  { epoch: 4, trainLoss: 402.913025, validLoss: 391.320465 },
  { epoch: 5, trainLoss: 299.577545, validLoss: 273.07486 },
  { epoch: 6, trainLoss: 187.224609, validLoss: 182.66774 },
  { epoch: 7, trainLoss: 95.384758, validLoss: 89.960159 },
  { epoch: 8, trainLoss: 57.199078, validLoss: 54.958164 },
  { epoch: 9, trainLoss: 27.854624, validLoss: 28.25281 },
];

/** Ten inputs and y. */
const firstTable: readonly (readonly number[])[] = [
  [
    0.075054, 0.456406, 0.745085, 0.930838, 0.109559, 0.498177, 0.565746, 0.743462, 0.893542, 0.79616,
    343.622546,
  ],
  [
    0.823718, 0.925904, 0.418757, 0.579081, 0.645427, 0.502683, 0.689346, 0.439689, 0.281477, 0.984495,
    380.632963,
  ],
  [
    0.212132, 0.92844, 0.068775, 0.974991, 0.274955, 0.107026, 0.274451, 0.439982, 0.731169, 0.026224,
    295.966817,
  ],
  [
    0.874167, 0.900319, 0.221668, 0.755159, 0.525875, 0.86177, 0.347837, 0.993839, 0.466206, 0.554722,
    442.779244,
  ],
  [
    0.836071, 0.795962, 0.009992, 0.531759, 0.619634, 0.196202, 0.648332, 0.899659, 0.893503, 0.094362,
    408.136464,
  ],
];

/** Ten inputs, y and y_pred. */
const rawTable: readonly (readonly number[])[] = [
  [
    0.950224, 0.048134, 0.178727, 0.696215, 0.370312, 0.29332, 0.776244, 0.35363, 0.91249, 0.877288,
    318.861755, 318.913208,
  ],
  [
    0.339225, 0.906561, 0.010991, 0.514821, 0.15683, 0.751503, 0.791369, 0.304868, 0.93058, 0.066351,
    319.647339, 318.007935,
  ],
  [
    0.667278, 0.967587, 0.949804, 0.074028, 0.639484, 0.978802, 0.177347, 0.552729, 0.882794, 0.398533,
    442.34845, 431.57663,
  ],
  [
    0.971073, 0.933147, 0.701273, 0.484935, 0.787802, 0.270143, 0.739647, 0.918583, 0.563008, 0.250043,
    456.612335, 444.280334,
  ],
  [
    0.588292, 0.629064, 0.675804, 0.616864, 0.245058, 0.365837, 0.90565, 0.618462, 0.701796, 0.848512,
    364.134827, 360.096039,
  ],
  [
    0.225438, 0.174889, 0.987485, 0.557846, 0.917016, 0.98353, 0.690767, 0.436712, 0.720815, 0.968745,
    378.366058, 374.773651,
  ],
  [
    0.001953, 0.904608, 0.827014, 0.052072, 0.449048, 0.010392, 0.602547, 0.030322, 0.287482, 0.660485,
    219.651688, 226.905151,
  ],
  [
    0.803183, 0.688209, 0.325397, 0.438884, 0.806881, 0.830731, 0.904829, 0.123895, 0.658617, 0.664914,
    379.511841, 374.77594,
  ],
  [
    0.743857, 0.34245, 0.090121, 0.782187, 0.133986, 0.371841, 0.48596, 0.332858, 0.573315, 0.49155,
    266.948334, 270.995636,
  ],
];

/** Ten inputs, y and y_pred. */
const normalizedTable: readonly (readonly number[])[] = [
  [
    1.562167, -1.569042, -1.114254, 0.678972, -0.447562, -0.721848, 0.950705, -0.506051, 1.42711, 1.305289,
    318.861755, 318.871887,
  ],
  [
    -0.558561, 1.409515, -1.694918, 0.051202, -1.187221, 0.865891, 1.003036, -0.675074, 1.489744, -1.504115,
    319.647339, 319.605621,
  ],
  [
    0.580085, 1.621262, 1.555035, -1.474297, 0.485046, 1.653549, -1.121346, 0.184075, 1.324292, -0.353307,
    442.34845, 442.299805,
  ],
  [
    1.634533, 1.501764, 0.694681, -0.052227, 0.998929, -0.802163, 0.82409, 1.452214, 0.217072, -0.867735,
    456.612335, 456.587646,
  ],
  [
    0.305931, 0.44666, 0.606511, 0.404355, -0.881533, -0.470554, 1.398422, 0.41192, 0.697609, 1.205599,
    364.134827, 364.13089,
  ],
  [
    -0.953506, -1.12923, 1.685477, 0.200103, 1.44662, 1.669933, 0.654975, -0.21807, 0.76346, 1.622134,
    378.366058, 378.378632,
  ],
  [
    -1.729204, 1.40274, 1.129965, -1.550283, -0.174763, -1.702276, 0.349754, -1.62672, -0.736905, 0.554198,
    219.651688, 219.67038,
  ],
  [
    1.051801, 0.65188, -0.606515, -0.211603, 1.065033, 1.140438, 1.395582, -1.302371, 0.548107, 0.569542,
    379.511841, 379.522766,
  ],
  [
    0.845884, -0.547829, -1.420988, 0.976506, -1.266368, -0.449748, -0.053614, -0.578055, 0.252759, -0.031057,
    266.948334, 266.938416,
  ],
];

function dataset(table: readonly (readonly number[])[]): Dataset {
  return { x: Matrix.fromRows(table.map((row) => row.slice(0, 10))), targets: column(table, 10) };
}

function column(table: readonly (readonly number[])[], index: number): Float32Array {
  return Float32Array.from(table, (row) => row[index]!);
}
