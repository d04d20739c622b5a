import {
  articleData,
  loadCars,
  loadDiamonds,
  Random,
  scaledArticleData,
  unitsData,
  type LinearModel,
  type NamedDataset,
} from '#kit/data';

/** A data set, and what a race on it needs to know. */
export interface RaceData extends NamedDataset {
  /** The model that made the targets, in the units of `x`, where somebody knows it. */
  readonly truth?: LinearModel;
  /** All columns lie on one scale as they are, so that a rate that suits one suits them all. */
  readonly commonScale: boolean;
  /** Where nobody asks for others. */
  readonly epochs: number;
  /** The rate that suits the standardized columns, where it is known. */
  readonly learningRate?: number;
}

/** The text of a file in a package: from disk, or from wherever a browser gets it. */
export type ReadFile = (file: string) => Promise<string>;

/** How a data set of a certain name is made or read. */
interface Source {
  /** Rows where nobody asks for another number. */
  readonly rows: number;
  load(seed: number, rows: number, read?: ReadFile): Promise<RaceData>;
}

const sources: Readonly<Record<string, Source>> = {
  article: {
    rows: 200_000,
    load: async (seed, rows) => ({ ...articleData(seed, { rows }), commonScale: true, epochs: 10 }),
  },
  'article-scaled': {
    rows: 200_000,
    load: async (seed, rows) => ({ ...scaledArticleData(seed, { rows }), commonScale: false, epochs: 10 }),
  },
  units: {
    rows: 2_000,
    load: async (seed, rows) => ({ ...unitsData(seed, { rows }), commonScale: false, epochs: 10 }),
  },
  cars: {
    rows: 392,
    load: async (seed, rows, read) =>
      someRows({ ...(await loadCars(read)), commonScale: false, epochs: 20, learningRate: 0.1 }, rows, seed),
  },
  diamonds: {
    rows: 53_940,
    load: async (seed, rows, read) =>
      someRows(
        { ...(await loadDiamonds(read)), commonScale: false, epochs: 10, learningRate: 0.01 },
        rows,
        seed,
      ),
  },
};

/** Names of the data sets that come with the course. */
export const dataSetNames: readonly string[] = Object.keys(sources);

/**
 * One of the data sets that come with the course.
 * @param seed makes the rows of a made one, and picks those of a real one where fewer are asked for
 * @throws RangeError for an unknown name, or more rows than a real data set has.
 */
export function loadDataSet(name: string, seed: number, rows?: number, read?: ReadFile): Promise<RaceData> {
  const source = sources[name];
  if (source === undefined) throw new RangeError(`There is no data set "${name}".`);
  return source.load(seed, rows ?? source.rows, read);
}

/**
 * As many rows of a data set, picked at random, in random order; all of them, as they stand, when their
 * number is asked for.
 * @throws RangeError when there are not so many.
 */
export function someRows(data: RaceData, rows: number, seed: number): RaceData {
  const { x, targets, name } = data;
  if (rows > x.rows) throw new RangeError(`${name} has ${x.rows} rows, and --rows asks for ${rows}.`);
  if (rows === x.rows) return data;
  const picked = new Random(seed, 'rows').shuffle(x.rows).subarray(0, rows);
  return { ...data, x: x.take(picked), targets: Float32Array.from(picked, (row) => targets[row]!) };
}
