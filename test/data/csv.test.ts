import { describe, expect, test } from 'vitest';
import { parseCsv } from '#kit/data';

const flats = `street,area (m²),rooms,city,rent ($)
"Long Lane, 4",70,3,Oslo,1400
Mill Road,45.5,2,Oslo,1.1e3
High Street,,4,Oslo,2000
Park Row,110,4,Oslo,-0.5
`;

describe('parseCsv', () => {
  test('reads features and target, and says what it left out', () => {
    const data = parseCsv(flats, { target: 'rent ($)' });
    expect(data.columns).toEqual(['area (m²)', 'rooms']);
    expect([...data.x.data]).toEqual([70, 3, 45.5, 2, 110, 4]);
    expect([...data.targets]).toEqual([1400, 1100, -0.5]);
    expect(data).toMatchObject({ target: 'rent ($)', leftOut: ['street', 'city'], dropped: 1, constant: [] });
  });

  test('takes the columns asked for, in their order; a blank in another costs no row', () => {
    const data = parseCsv(flats, { target: 'area (m²)', columns: ['rent ($)', 'rooms'], name: 'flats' });
    expect([...data.x.row(0)]).toEqual([1400, 3]);
    expect([data.name, data.dropped]).toEqual(['flats', 1]);
    expect(parseCsv(flats, { target: 'rooms', columns: ['rent ($)'] }).dropped).toBe(0);
  });

  test('names constant columns', () => {
    expect(parseCsv('a,b,c\n1,7,2\n2,7,3', { target: 'c' }).constant).toEqual(['b']);
  });

  test('reads what spreadsheets write: a byte order mark, CRLF, spaces, empty lines, unnamed columns', () => {
    const data = parseCsv('\uFEFF,age, height (cm) \r\n0, 30 ,170\r\n\r\n1,40,180\r\n', {
      target: 'height (cm)',
    });
    expect(data.columns).toEqual(['column 1', 'age']);
    expect([...data.x.data]).toEqual([0, 30, 1, 40]);
    expect(data.dropped).toBe(0);
  });

  test('counts a row that ends early among those with a blank', () => {
    expect(parseCsv('a,b\n1,2\n3\n', { target: 'b' })).toMatchObject({ dropped: 1 });
  });

  test.each([
    ['a,b\n1,2\nx,3\n4,5', /^Row 3, column "a": "x" is no number\.$/],
    ['a,b\n1,2\n3,NaN', /^Row 3, column "b": "NaN" is no number\.$/],
    ['a,b\n1,2\n0x10,3', /"0x10" is no number/],
    ['a,b\n1,2\nInfinity,3', /"Infinity" is no number/],
    ['a,b\n1,2\n1e39,3', /Row 3, column "a": 1e39 is too large/],
    ['a,c\n1,2', /There is no column "b"\. The columns are: a, c\./],
    ['', /There is no column "b"/],
    ['a,b\n1,x\n2,y', /Column "b" holds no numbers/],
    ['a,b\nx,1\ny,2', /Beside "b" no column holds numbers/],
    ['a,b\n', /Column "b" holds no numbers/],
    ['a,b\n1,\n,2', /No complete row: each of the 2 rows/],
    ['a,a,b\n1,2,3', /Two columns are named "a"/],
    ['a,b\n1,2,3', /Row 2 has 3 cells, but the header has 2/],
  ])('explains %j', (text, words) => {
    expect(() => parseCsv(text, { target: 'b' })).toThrow(RangeError);
    expect(() => parseCsv(text, { target: 'b' })).toThrow(words);
  });

  test('refuses the target among the features', () => {
    expect(() => parseCsv('a,b\n1,2', { target: 'b', columns: ['a', 'b'] })).toThrow(
      '"b" is asked for twice',
    );
  });
});
