/** A number in four digits, as short as it gets: 475, 4.6, 0.0012, 5.2e-5. */
export function inDigits(value: number, digits = 4): string {
  return trimmed(inColumn(value, digits));
}

/** A number in four digits, zeros at the end included, so that numbers below each other compare. */
export function inColumn(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return 'overflow';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 1e-3 || size >= 1e6) return value.toExponential(Math.min(digits - 1, 2)).replace('e+', 'e');
  if (size >= 10 ** (digits - 1)) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(digits);
}

/** A share in per cent: 0.3 %, 21 %. */
export function inPerCent(share: number): string {
  const percent = share * 100;
  if (percent < 1e-4) return 'less than 0.0001 %';
  return percent < 1e-3 ? `${Number(percent.toPrecision(1))} %` : `${inDigits(percent, 2)} %`;
}

/** How many times, in two digits: 1.3, 26, 480,000, 7.3 billion. */
export function inTimes(factor: number): string {
  if (!(factor < 1e12)) return 'more than a trillion';
  if (factor < 10) return factor.toFixed(1);
  for (const [name, size] of [
    ['billion', 1e9],
    ['million', 1e6],
  ] as const) {
    if (factor >= size) return `${inDigits(factor / size, 2)} ${name}`;
  }
  return Number(factor.toPrecision(2)).toLocaleString('en-US');
}

function trimmed(digits: string): string {
  const [mantissa = '', ...exponent] = digits.split('e');
  return [mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa, ...exponent].join('e');
}
