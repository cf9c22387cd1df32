import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coverageTable } from '../../src/operations/coverage-table.ts';
import { operations } from '../../src/operations/index.ts';

describe('the evidence of operations', () => {
  test.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s says what it is believed by',
    (_request, { name, source, evidence }) => {
      expect(name).not.toBe('');
      expect(source).not.toBe('');
      expect(evidence.length).toBeGreaterThan(0);
    },
  );

  test('is shown by the README as `npm run emulator -- --coverage` prints it', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const shown = /<!-- coverage: .*? -->\n([^]*?)<!-- \/coverage -->/.exec(readme)?.[1] ?? '';

    const printed = cellsOf(coverageTable(operations));
    expect(cellsOf(shown), 'put what `npm run emulator -- --coverage` prints between the coverage marks').toEqual(
      printed,
    );
  });

  test('is one table with a row for each operation', () => {
    const lines = coverageTable(operations).split('\n');

    expect(lines).toHaveLength(operations.length + 2);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });
});

/** Without what a formatter may change: the blanks that align a table, and the length of its dashes. */
function cellsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replace(/^-+$/, '-')));
}
