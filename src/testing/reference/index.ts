/** Right answers in plain float64, for tests to compare with. They share no code with any exercise. */

export * from './columns';
export * from './gradient';
export * from './linear-model';
export * from './standardizer';
export * from './tables';
