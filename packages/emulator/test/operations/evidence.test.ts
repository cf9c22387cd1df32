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

  test.each(
    operations.flatMap(({ name, calls = [] }) => calls.map((call) => [`${name}: ${call.name}`, call] as const)),
  )('%s says what it is believed by', (_call, { name, source, evidence }) => {
    expect(name).not.toBe('');
    expect(source).not.toBe('');
    expect(evidence.length).toBeGreaterThan(0);
  });

  test('is one table with a row for each operation, or for each of its calls', () => {
    const lines = coverageTable(operations).split('\n');

    expect(lines).toHaveLength(operations.reduce((sum, { calls }) => sum + (calls?.length ?? 1), 2));
    expect(lines.filter((line) => line.startsWith('| Metadata API over SOAP: deploy '))).toHaveLength(1);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  test('has as many cells in each row as there are columns, also where a path is a pattern with alternatives', () => {
    const rows = cellsOf(coverageTable(operations));

    expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([rows[0]?.length]));
    expect(rows.some((cells) => cells.some((cell) => cell.includes('\\|')))).toBe(true);
  });
});

/** Without what a formatter may change: the blanks that align a table, and the length of its dashes. */
function cellsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/^-+$/, '-')));
}
