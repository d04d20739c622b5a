/**
 * How far an honest float32 computation may end from the exact result. Every allowance of every suite
 * comes from here, so that each can be tested for being too loose and too tight.
 */

export * from './adam';
export * from './blocks';
export * from './columns';
export * from './curvature';
export * from './gradient';
export * from './learning-rate-finder';
export * from './linear-model';
export * from './one-cycle';
export * from './rounding';
export * from './standardizer';
export * from './units';
