import * as fc from 'fast-check';

/** A random kernel that is correct: it reads only what is there, and uses only what gpu.js has. */
export interface RandomKernel {
  readonly source: string;
  readonly functions: Readonly<Record<string, string>>;
  readonly constants: { readonly n: number; readonly factor: number; readonly weights: readonly number[] };
  readonly output: readonly number[];
  /** values, table and scalar, in the order of the parameters. */
  readonly args: readonly [readonly number[], readonly (readonly number[])[], number];
  /** The kernel as a function. */
  make(): (...values: unknown[]) => unknown;
  /** The helpers as functions, for `functions`. */
  makeHelpers(): ((...values: unknown[]) => unknown)[];
}

const helpers: Readonly<Record<string, string>> = {
  square: 'function square(a) { return a * a; }',
  clamp:
    'function clamp(a, low, high) { if (a < low) { return low; } if (a > high) { return high; } return a; }',
  blend: 'function blend(a, b) { const share = 0.25; return square(a) * share + b * (1 - share); }',
};

const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -4000, max: 4000 }).map((value) => value / 128),
  fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
);

const literal = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map(String),
  fc.integer({ min: 1, max: 4000 }).map((value) => String(value / 100)),
);

/** What may be named at a place in the kernel. */
interface Scope {
  /** Variables that hold numbers. */
  readonly numbers: readonly string[];
  /** Whole numbers from 0 to n − 1. */
  readonly counters: readonly string[];
  /** Variables that may be assigned. */
  readonly changing: readonly string[];
  /** Depth of loops. */
  readonly depth: number;
}

function expression(scope: Scope, size: number): fc.Arbitrary<string> {
  const leaves = [
    literal,
    fc.constantFrom('scalar', 'this.constants.factor', 'this.thread.x', ...scope.numbers),
    element(scope),
  ];
  if (size <= 0) return fc.oneof(...leaves);
  const inner = expression(scope, size - 1);
  return fc.oneof(
    { maxDepth: 6 },
    ...leaves,
    fc.tuple(inner, fc.constantFrom('+', '-', '*'), inner).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    fc.tuple(inner, inner).map(([a, b]) => `(${a} / (1.5 + Math.abs(${b})))`),
    fc.tuple(inner, literal).map(([a, b]) => `(${a} % (${b} + 0.5))`),
    fc
      .tuple(
        fc.constantFrom('sin', 'cos', 'tanh', 'abs', 'floor', 'ceil', 'trunc', 'atan', 'sign', 'round'),
        inner,
      )
      .map(([f, a]) => `Math.${f}(${a})`),
    inner.map((a) => `Math.sqrt(Math.abs(${a}))`),
    inner.map((a) => `Math.log(1 + Math.abs(${a}))`),
    inner.map((a) => `Math.exp(-Math.abs(${a}))`),
    inner.map((a) => `(${a}) ** 2`),
    fc.tuple(fc.constantFrom('min', 'max'), inner, inner).map(([f, a, b]) => `Math.${f}(${a}, ${b})`),
    fc.tuple(condition(scope, size - 1), inner, inner).map(([test, a, b]) => `(${test} ? ${a} : ${b})`),
    inner.map((a) => `square(1 * ${a} / 2)`),
    fc.tuple(inner, inner).map(([a, b]) => `blend(${a} / 2, ${b} / 2)`),
    inner.map((a) => `clamp(${a} / 1, -3.5 / 1, 10 / 4)`),
    inner.map((a) => `-(${a})`),
  );
}

function element(scope: Scope): fc.Arbitrary<string> {
  const index = fc.constantFrom('this.thread.x', '0', 'this.constants.n - 1', ...scope.counters);
  return fc.oneof(
    index.map((i) => `values[${i}]`),
    index.map((i) => `this.constants.weights[${i}]`),
    fc.tuple(index, index).map(([i, j]) => `table[${i}][${j}]`),
    index.map((i) => `values[this.constants.n - 1 - (${i})]`),
  );
}

function condition(scope: Scope, size: number): fc.Arbitrary<string> {
  const inner = expression(scope, size - 1);
  const comparison = fc.tuple(inner, fc.constantFrom('<', '>', '<=', '>=', '===', '!=='), inner);
  const simple = comparison.map(([a, sign, b]) => `${a} ${sign} ${b}`);
  return fc.oneof(
    simple,
    fc.tuple(simple, fc.constantFrom('&&', '||'), simple).map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
    simple.map((a) => `!(${a})`),
  );
}

// A name is never used twice, except by loops that stand one after the other.
function statements(scope: Scope, prefix: string, size: number): fc.Arbitrary<string> {
  const count = fc.integer({ min: 1, max: 3 });
  return count.chain((length) => {
    let known = scope;
    const parts: fc.Arbitrary<string>[] = [];
    for (let i = 0; i < length; i++) {
      const name = `${prefix}${i}`;
      parts.push(fc.oneof(...statementKinds(known, name, size)));
      parts.push(expression(known, size).map((value) => `let ${name} = ${value};`));
      known = { ...known, numbers: [...known.numbers, name], changing: [...known.changing, name] };
    }
    return fc.tuple(...parts).map((lines) => lines.join('\n'));
  });
}

function statementKinds(scope: Scope, name: string, size: number): fc.Arbitrary<string>[] {
  const target = fc.constantFrom(...scope.changing);
  const value = expression(scope, size);
  const kinds = [
    fc
      .tuple(target, fc.constantFrom('=', '+=', '-=', '*='), value)
      .map(([to, sign, from]) => `${to} ${sign} ${from} / 3;`),
    fc.constantFrom('count++;', 'count--;', 'count += 2;').map((step) => `${step}\nsum += count;`),
    fc
      .tuple(value, value, value, fc.constantFrom('0', '1', 'this.thread.x % 3'))
      .map(([a, b, c, at]) => `const three${name} = [${a}, ${b}, ${c}];\nsum += three${name}[${at}];`),
  ];
  if (size <= 0) return kinds;
  const inner = statements(scope, `${name}v`, size - 1);
  const test = condition(scope, size - 1);
  kinds.push(
    fc.tuple(test, inner).map(([when, body]) => `if (${when}) {\n${body}\n}`),
    fc
      .tuple(test, inner, statements(scope, `${name}w`, size - 1))
      .map(([when, yes, no]) => `if (${when}) {\n${yes}\n} else {\n${no}\n}`),
    fc
      .tuple(value, value)
      .map(
        ([a, b]) =>
          `switch (this.thread.x % 3) { case 0: sum += ${a}; break; case 1: case 2: sum -= ${b}; break; default: sum += 1; }`,
      ),
  );
  if (scope.depth < 2) {
    const counter = `i${scope.depth}`;
    const looped: Scope = { ...scope, counters: [...scope.counters, counter], depth: scope.depth + 1 };
    const body = statements(looped, `${name}l`, size - 1);
    const exit = fc.constantFrom(
      '',
      `if (${counter} === 2) { continue; }\n`,
      `if (${counter} > 3) { break; }\n`,
    );
    kinds.push(
      fc
        .tuple(exit, body)
        .map(
          ([leave, inside]) =>
            `for (let ${counter} = 0; ${counter} < this.constants.n; ${counter}++) {\n${leave}${inside}\nsum += ${name}l0;\n}`,
        ),
    );
  }
  return kinds;
}

/** Random correct kernels, with data to run them on. */
export function randomKernel(): fc.Arbitrary<RandomKernel> {
  const scope: Scope = { numbers: ['sum'], counters: [], changing: ['sum'], depth: 0 };
  const body = fc.oneof(
    { weight: 3, arbitrary: statements(scope, 'v', 1) },
    { weight: 1, arbitrary: statements(scope, 'v', 2) },
  );
  const result = expression({ ...scope, numbers: ['sum', 'v0'] }, 2);
  return fc.integer({ min: 2, max: 6 }).chain((n) => {
    const column = fc.array(number, { minLength: n, maxLength: n });
    const table = fc.array(column, { minLength: n, maxLength: n });
    return fc
      .tuple(body, result, column, table, number, column, number)
      .map(([lines, value, values, rows, scalar, weights, factor]): RandomKernel => {
        const source = `function (values, table, scalar) {\nlet sum = 0;\nlet count = 0;\n${lines}\nreturn ${value} + sum;\n}`;
        return {
          source,
          functions: usedHelpers(source),
          constants: { n, factor, weights },
          output: [n],
          args: [values, rows, scalar],
          make: () => made(source),
          makeHelpers: () => Object.values(usedHelpers(source)).map(made),
        };
      });
  });
}

function usedHelpers(source: string): Readonly<Record<string, string>> {
  const isUsed = (name: string): boolean =>
    source.includes(`${name}(`) || (name === 'square' && source.includes('blend('));
  return Object.fromEntries(Object.entries(helpers).filter(([name]) => isUsed(name)));
}

function made(source: string): (...values: unknown[]) => unknown {
  return new Function(`return (${source})`)() as (...values: unknown[]) => unknown;
}
