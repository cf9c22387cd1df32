import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { operations } from '../../src/operations/index.ts';
import type { Operation } from '../../src/operations/operation.ts';

const SOURCES = fileURLToPath(new URL('../../src/operations', import.meta.url));
const TESTS = fileURLToPath(new URL('.', import.meta.url));

/** Every file below src/operations that exports operations. */
async function operationFiles(): Promise<{ readonly file: string; readonly exported: readonly Operation[] }[]> {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && basename(file) !== 'index.ts',
  );
  const read = await Promise.all(
    files.map(async (file) => {
      const module = (await import(join(SOURCES, file))) as Record<string, unknown>;
      return { file, exported: Object.values(module).filter(isOperation) };
    }),
  );
  return read.filter(({ exported }) => exported.length > 0);
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'handle' in value && 'path' in value;
}

describe('the table of operations', async () => {
  const files = await operationFiles();

  it('holds every operation that a file defines, and no other', () => {
    const defined = new Set(files.flatMap(({ exported }) => exported));

    expect(defined).toEqual(new Set(operations));
  });

  it.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    'knows where %s is known from',
    (_, { name, source }) => {
      expect(name).not.toBe('');
      expect(source.length).toBeGreaterThan(15);
    },
  );

  it.each(files.map(({ file }) => file))('has a test for %s', (file) => {
    expect(existsSync(join(TESTS, file.replace(/\.ts$/, '.test.ts')))).toBe(true);
  });

  it('has no two operations for one method and path', () => {
    const routes = operations.map(({ method, path }) => `${method} ${path}`);

    expect(new Set(routes).size).toBe(routes.length);
  });
});
