// Names a source map that never comes to an end: compilers read it for their own.
export const mean = () => 0;
//# sourceMappingURL=/dev/zero
