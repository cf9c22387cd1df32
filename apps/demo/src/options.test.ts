import { describe, expect, it } from 'vitest';
import { parseOptions, UsageError } from './options.ts';

describe('parseOptions', () => {
  it('tells the story by default', () => {
    expect(parseOptions([])).toEqual({ command: 'story', json: false, keep: false });
  });

  it('takes a CRM folder with a limit', () => {
    expect(parseOptions(['--crm', 'crm', '--limit', '200', '--json'])).toEqual({
      command: 'crm',
      directory: 'crm',
      limit: 200,
      dataDirectory: undefined,
      json: true,
      keep: false,
      reset: false,
    });
  });

  it.each([
    ['an unknown option', ['--jsn'], '--jsn'],
    ['a stray word', ['crm'], 'crm'],
    ['a limit without a folder', ['--limit', '5'], '--limit goes with --crm'],
    ['a reset without a folder', ['--reset'], '--reset goes with --crm'],
    ['a data folder without a CRM', ['--data', 'x'], '--data goes with --crm'],
    ['a limit of nothing', ['--crm', 'x', '--limit', '0'], '--limit needs a number of rows from 1, not "0"'],
    ['a limit in words', ['--crm', 'x', '--limit', 'ten'], '--limit needs a number of rows from 1, not "ten"'],
    ['a folder that is left out', ['--crm'], '--crm'],
  ])('refuses %s by name', (_name, args, named) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(named);
  });
});
