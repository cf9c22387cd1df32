import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';

describe('parseCommandLine', () => {
  it.each([
    { name: 'nothing', args: [], expected: { kind: 'run', dataDirectory: '/project/.local/dev' } },
    { name: 'a folder', args: ['--data', 'there'], expected: { kind: 'run', dataDirectory: '/home/me/there' } },
    { name: 'an absolute folder', args: ['--data=/there'], expected: { kind: 'run', dataDirectory: '/there' } },
    { name: 'help', args: ['--help', '--data', 'x'], expected: { kind: 'help' } },
    {
      name: 'an unknown option',
      args: ['--dta', 'x'],
      expected: { kind: 'invalid', reason: expect.stringContaining('--dta') as string },
    },
    { name: 'a word', args: ['up'], expected: { kind: 'invalid', reason: expect.stringContaining("'up'") as string } },
    {
      name: 'no folder',
      args: ['--data'],
      expected: { kind: 'invalid', reason: expect.stringContaining('--data') as string },
    },
    { name: 'an empty folder', args: ['--data='], expected: { kind: 'invalid', reason: '--data needs a folder.' } },
  ])('understands $name', ({ args, expected }) => {
    expect(parseCommandLine(args, { project: '/project', directory: '/home/me' })).toEqual(expected);
  });
});
