import { Chalk } from 'chalk';
import { expect, it } from 'vitest';
import { renderGrades } from '../../src/cli/grade-page';
import { golden } from '../grading/golden/results';

const plain = { width: 80, colour: new Chalk({ level: 0 }) };
const grades = { results: golden, remarks: [], kept: 0, out: 'grades', grades: 'grades.csv' };

it('the table of grades names every wall that was missing', () => {
  const page = renderGrades({ ...grades, missingWalls: ['namespaces', 'another user'] }, plain);
  expect(page).toContain('put around the code of your class: namespaces,');
  expect(page.replace(/\s+/g, ' ')).toContain('of your class: namespaces, another user. What that means');
  for (const line of page.split('\n')) expect(line.length).toBeLessThanOrEqual(plain.width);
});

it('the table of grades says nothing of walls where none was missing, or where nothing ran', () => {
  for (const missingWalls of [[], undefined]) {
    expect(renderGrades({ ...grades, ...(missingWalls && { missingWalls }) }, plain)).not.toContain('Walls');
  }
});
