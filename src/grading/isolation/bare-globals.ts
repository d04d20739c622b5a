/** What the language itself defines, and what lessons may use beside it. */
const KEPT = new Set([
  ...['globalThis', 'Infinity', 'NaN', 'undefined', 'eval', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['Object', 'Function', 'Boolean', 'Symbol', 'Number', 'BigInt', 'Math', 'Date', 'String', 'RegExp'],
  ...[
    'Error',
    'AggregateError',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ],
  ...['Array', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array'],
  ...['Uint32Array', 'BigInt64Array', 'BigUint64Array', 'Float32Array', 'Float64Array', 'ArrayBuffer'],
  ...['DataView', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'JSON', 'Intl'],
  ...['Promise', 'Proxy', 'Reflect', 'Iterator'],
  // gpu.js compiles for its second backend with it, and it reaches nothing outside.
  'WebAssembly',
  ...['structuredClone', 'queueMicrotask', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  ...['setImmediate', 'clearImmediate', 'TextEncoder', 'TextDecoder'],
]);

/**
 * Takes from this process what no exercise needs: `process`, `fetch`, `Buffer` and the like. Not a wall: whoever
 * finds another way to them still stands inside those that the system builds.
 */
export function bareGlobals(): void {
  const { now } = performance;
  const clock = { now: now.bind(performance) };
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!KEPT.has(name)) Reflect.deleteProperty(globalThis, name);
  }
  const silent = () => undefined;
  const console = Object.fromEntries(
    [
      'log',
      'info',
      'warn',
      'error',
      'debug',
      'table',
      'dir',
      'trace',
      'time',
      'timeEnd',
      'group',
      'groupEnd',
    ].map((name) => [name, silent]),
  );
  Object.assign(globalThis, { performance: clock, console });
}
