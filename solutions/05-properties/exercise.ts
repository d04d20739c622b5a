import fc from 'fast-check';

type Standardize = (values: Float32Array) => Promise<Float32Array>;

// Whole numbers: they are exact in float32, so all rounding is that of standardize itself. Not many values,
// so that dividing by n − 1 still shows.
const prices = fc.integer({ min: -1000, max: 1000 });
const columnOf = (value: fc.Arbitrary<number>) =>
  fc.array(value, { minLength: 2, maxLength: 12 }).map((values) => Float32Array.from(values));
const hasSpread = (values: Float32Array) => values.some((value) => value !== values[0]);
const column = columnOf(prices).filter(hasSpread);
const constantColumn = fc
  .tuple(prices, fc.integer({ min: 1, max: 12 }))
  .map(([price, length]) => new Float32Array(length).fill(price));
// Close together and far from 0: their squares have more digits than float32 holds.
const years = columnOf(fc.integer({ min: 2015, max: 2025 })).filter(hasSpread);

// In float32 the mean of such a column is known to about 1e-4, and its deviation is 0.2 or more: the numbers
// that come out are right to about 1e-3. The least mistake, n − 1 for 12 values, changes them by 4 %.
const TOLERANCE = 5e-3;
const near = (left: number, right: number) => Math.abs(left - right) <= TOLERANCE * (1 + Math.abs(right));

export function properties(): Record<string, (standardize: Standardize) => fc.IAsyncProperty<unknown>> {
  return {
    // Both at once: a column that is only centered fails it, and so does one that is only scaled.
    'the mean is 0 and the deviation 1': (standardize) =>
      fc.asyncProperty(column, async (values) => {
        const z = await standardize(values);
        return near(mean(z), 0) && near(deviation(z), 1);
      }),

    // Mean and deviation do not tell which value is which. This does: what was greater stays greater, in its
    // own place. It catches the flipped sign and the sorted column.
    'order stays': (standardize) =>
      fc.asyncProperty(column, async (values) => {
        const z = await standardize(values);
        return pairs(values).every(([i, j]) => Math.sign(values[i] - values[j]) === Math.sign(z[i] - z[j]));
      }),

    // What has the right mean, the right deviation and the right order may still be bent or cut off.
    'gaps keep their proportions': (standardize) =>
      fc.asyncProperty(column, async (values) => {
        const z = await standardize(values);
        return pairs(values).every(([i, j]) =>
          near((z[i] - z[j]) * deviation(values), values[i] - values[j]),
        );
      }),

    'moving and stretching shows in the sign alone': (standardize) =>
      fc.asyncProperty(
        column,
        fc.integer({ min: -100, max: 100 }),
        fc.constantFrom(-3, -1, 2, 5),
        async (values, shift, stretch) => {
          const z = await standardize(values);
          const moved = await standardize(values.map((value) => stretch * value + shift));
          return z.every((entry, i) => near(moved[i], Math.sign(stretch) * entry));
        },
      ),

    // There is nothing to divide by. A column with spread never gets there.
    'a constant column becomes zeros': (standardize) =>
      fc.asyncProperty(constantColumn, async (values) => (await standardize(values)).every((z) => z === 0)),

    // The first law again, where a shortcut loses its digits.
    'years keep their precision': (standardize) =>
      fc.asyncProperty(years, async (values) => {
        const z = await standardize(values);
        return near(mean(z), 0) && near(deviation(z), 1);
      }),
  };
}

// Plain and in float64: what judges should be simpler than what is judged.
function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: Float32Array): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
}

/** Each pair of neighbours, by their places. */
function pairs(values: Float32Array): [number, number][] {
  return Array.from({ length: values.length - 1 }, (_, place) => [place, place + 1]);
}
