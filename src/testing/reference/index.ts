/** Right answers in plain float64, for tests to compare with. They share no code with any exercise. */

export * from './adam';
export * from './columns';
export * from './curvature';
export * from './gradient';
export * from './learning-rate-finder';
export * from './linear-model';
export * from './one-cycle';
export * from './standardizer';
export * from './tables';
