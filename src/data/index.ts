export { Matrix } from './matrix';
export type { Dataset, MadeDataset, NamedDataset } from './dataset';
export type { Gradient, LinearModel } from './model';
export type { EpochLoss, Run, Snapshot } from './run';
export type { Standardizer } from './standardizer';
export type { AdamState, Update } from './update';

export { Random } from './random';
export { split } from './split';
export { parseCsv, type CsvDataset, type CsvOptions } from './csv';

export { articleData, randomScales, scaledArticleData, type ArticleOptions } from './article';
export * as articleFigures from './article-figures';
export { loadCars, parseCars } from './cars';
export { loadDiamonds, parseDiamonds } from './diamonds';
export { phoneBills } from './phone-bills';
export { unitsData } from './units';
export { years } from './years';
