/**
 * How far an honest float32 computation may end from the exact result. Every allowance of every suite
 * comes from here, so that each can be tested for being too loose and too tight.
 */

export * from './blocks';
export * from './columns';
export * from './gradient';
export * from './linear-model';
export * from './rounding';
export * from './standardizer';
export * from './units';
