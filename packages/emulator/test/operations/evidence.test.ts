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

  test('is one table with a row for each operation', () => {
    const lines = coverageTable(operations).split('\n');

    expect(lines).toHaveLength(operations.length + 2);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });
});
