/**
 * How far float32 arithmetic may end from float64 arithmetic, operation by operation. Each function takes
 * float64 operands with the bounds that hold for them so far, and answers the bound of the result `r`:
 * |what a float32 backend has − r| ≤ bound. Infinity: nothing can be said.
 */

/** Half a unit in the last place of a float32, relative. */
export const unit = 2 ** -24;

const smallestNormal = 2 ** -126;
const largest = 3.4028234663852886e38;
const largestWhole = 2 ** 24;

/** The bound of a number that is handed over as a float32. */
export function ofInput(value: number): number {
  const bound = Math.abs(Math.fround(value) - value);
  return bound === bound ? bound : 0;
}

/** Adds the rounding of the result itself to what its operands bring along. */
export function rounded(r: number, brought: number): number {
  if (brought === 0) {
    if (Math.fround(r) === r) return 0;
    if (r !== r) return 0;
  }
  const size = Math.abs(r) + brought;
  let bound = brought + unit * size;
  // Some backends flush the smallest numbers to zero.
  if (size < 2 * smallestNormal && r !== 0) bound += smallestNormal;
  return Math.abs(r) + bound <= largest ? bound : Infinity;
}

export function ofProduct(a: number, ea: number, b: number, eb: number, r: number): number {
  if (ea === 0 && eb === 0) return rounded(r, 0);
  const brought =
    (eb === 0 ? 0 : Math.abs(a) * eb) + (ea === 0 ? 0 : Math.abs(b) * ea) + (ea && eb && ea * eb);
  return brought === brought ? rounded(r, brought) : Infinity;
}

export function ofQuotient(a: number, ea: number, b: number, eb: number, r: number): number {
  // The sign of a zero is not the same everywhere.
  if (b === 0) return a !== a || (a === 0 && ea === 0 && eb === 0) ? 0 : Infinity;
  if (ea === 0 && eb === 0) return rounded(r, 0);
  const room = Math.abs(b) - eb;
  if (!(room > 0)) return Infinity;
  return rounded(r, (ea + Math.abs(r) * eb) / room);
}

/** `a % b`, which float32 backends compute as a − trunc(a / b) · b. */
export function ofRemainder(a: number, ea: number, b: number, eb: number, r: number): number {
  if (b === 0 || r !== r) return ea === 0 && eb === 0 ? 0 : Infinity;
  if (ea === 0 && eb === 0 && isSmallWhole(a) && isSmallWhole(b)) return 0;
  const q = a / b;
  const eq = ofQuotient(a, ea, b, eb, q) + unit * Math.abs(q);
  const steps = Math.trunc(q + eq) - Math.trunc(q - eq);
  if (!Number.isFinite(steps)) return Infinity;
  const times = Math.abs(Math.trunc(q)) + steps;
  const product = times * Math.abs(b);
  const brought = ea + times * eb + unit * (product + times * eb) + steps * (Math.abs(b) + eb);
  return rounded(r, brought);
}

/** `a ** b`: monotone in each operand where `a` stays positive, so the corners bound it. */
export function ofPower(a: number, ea: number, b: number, eb: number, r: number): number {
  if (ea === 0 && eb === 0) return roundedFunction(r, 0);
  const low = a - ea;
  if (low > 0) {
    let brought = 0;
    for (const x of [low, a + ea]) {
      for (const y of [b - eb, b + eb]) brought = Math.max(brought, Math.abs(x ** y - r));
    }
    return roundedFunction(r, brought);
  }
  if (eb !== 0 || !Number.isInteger(b)) return Infinity;
  const reach = Math.abs(a) + ea;
  if (b >= 1) return roundedFunction(r, b * reach ** (b - 1) * ea);
  if (b === 0) return 0;
  if (a + ea >= 0) return Infinity;
  return roundedFunction(r, Math.max(Math.abs(low ** b - r), Math.abs((a + ea) ** b - r)));
}

/** Floor, ceil, trunc or round: exact unless the operand lies within its bound of a step. */
export function ofStep(step: (x: number) => number, a: number, ea: number): number {
  if (ea === 0) return 0;
  const reach = step(a + ea) - step(a - ea);
  return reach === reach ? Math.abs(reach) : Infinity;
}

/** Math.round is floor(a + ½) in float32, with a rounding of its own. */
export function ofRound(a: number, ea: number): number {
  const half = a + 0.5;
  const reach = ea + (ea === 0 && Math.fround(half) === half ? 0 : unit * (Math.abs(half) + ea));
  return ofStep((x) => Math.floor(x + 0.5), a, reach);
}

export function ofSign(a: number, ea: number): number {
  if (ea === 0 || Math.abs(a) > ea) return 0;
  return ea === Infinity ? Infinity : 2;
}

/** Max or min: as uncertain as those operands that may win. */
export function ofExtreme(a: number, ea: number, b: number, eb: number, isMax: boolean): number {
  if (a !== a || b !== b) return ea === 0 && eb === 0 ? 0 : Infinity;
  const difference = isMax ? a - b : b - a;
  if (difference > ea + eb) return ea;
  if (-difference > ea + eb) return eb;
  return Math.max(ea, eb);
}

/** Whether `a − b` has a sign that rounding cannot change. */
export function isSure(a: number, ea: number, b: number, eb: number): boolean {
  const margin = ea + eb;
  if (margin === 0) return true;
  if (a !== a || b !== b) return false;
  return Math.abs(a - b) > margin;
}

function isSmallWhole(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= largestWhole;
}

// Functions of Math may be off by a few units on some backends.
function roundedFunction(r: number, brought: number): number {
  const bound = rounded(r, brought);
  return bound === 0 ? 0 : bound + 4 * unit * Math.abs(r);
}

const monotone = new Set(
  'acos acosh asin asinh atan atanh cbrt exp expm1 log log10 log1p log2 sinh sqrt tanh'.split(' '),
);

/** The bound of a function of Math with one operand, `r = f(a)`; undefined for a name it does not know. */
export function ofFunction(
  name: string,
  f: (x: number) => number,
): ((a: number, ea: number, r: number) => number) | undefined {
  if (monotone.has(name)) {
    const isExactRoot = name === 'sqrt';
    return (a, ea, r) => {
      if (ea === 0) return isExactRoot ? rounded(r, 0) : roundedFunction(r, 0);
      const brought = Math.max(Math.abs(f(a + ea) - r), Math.abs(f(a - ea) - r));
      if (!(brought < Infinity)) return Infinity;
      return isExactRoot ? rounded(r, brought) : roundedFunction(r, brought);
    };
  }
  switch (name) {
    case 'abs':
      return (_, ea) => ea;
    case 'fround':
      return (a, ea, r) => ea + (r === a ? 0 : Math.abs(r - a));
    case 'floor':
    case 'ceil':
    case 'trunc':
      return (a, ea) => ofStep(f, a, ea);
    case 'round':
      return ofRound;
    case 'sign':
      return ofSign;
    case 'sin':
    case 'cos':
      return (_, ea, r) => roundedFunction(r, Math.min(ea, 2));
    case 'tan':
      return (a, ea, r) => {
        if (ea === 0) return roundedFunction(r, 0);
        if (2 * ea >= Math.PI || Math.cos(a - ea) * Math.cos(a + ea) <= 0) return Infinity;
        return roundedFunction(r, Math.max(Math.abs(Math.tan(a + ea) - r), Math.abs(Math.tan(a - ea) - r)));
      };
    case 'cosh':
      return (a, ea, r) =>
        roundedFunction(r, Math.cosh(Math.abs(a) + ea) - Math.cosh(Math.max(Math.abs(a) - ea, 0)));
    case 'clz32':
      return (a, ea) => (ea === 0 && a >= 0 && a < 2 ** 31 ? 0 : Infinity);
    default:
      return undefined;
  }
}

/** The angle of (x, y): its distance from the origin decides how far rounding may turn it. */
export function ofAngle(y: number, ey: number, x: number, ex: number, r: number): number {
  if (ey === 0 && ex === 0) return y === 0 ? (x > 0 ? 0 : Infinity) : roundedFunction(r, 0);
  const reach = Math.hypot(ex, ey);
  const distance = Math.hypot(x, y);
  if (!(reach < distance)) return Infinity;
  // Across the negative half of the x axis the angle jumps by 2π.
  if (x - ex <= 0 && Math.abs(y) <= ey) return Infinity;
  return roundedFunction(r, ((Math.PI / 2) * reach) / distance);
}

/** A bit operation, which sees only whole numbers. */
export function ofBits(a: number, ea: number, b: number, eb: number): number {
  return isSureWhole(a, ea) && isSureWhole(b, eb) ? 0 : Infinity;
}

function isSureWhole(a: number, ea: number): boolean {
  return Math.abs(a) + ea < 2 ** 31 && Math.trunc(a - ea) === Math.trunc(a + ea);
}
