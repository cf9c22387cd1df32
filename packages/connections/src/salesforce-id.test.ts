import { describe, expect, it } from 'vitest';
import { toLongId } from './salesforce-id.ts';

describe('toLongId', () => {
  it.each([
    { name: 'a short id', id: '00D1a000000KzYX', long: '00D1a000000KzYXEA0' },
    { name: 'a long id', id: '00D1a000000KzYXEA0', long: '00D1a000000KzYXEA0' },
    { name: 'an id without upper case but its prefix', id: '005x00000012abc', long: '005x00000012abcAAA' },
  ])('gives the 18 characters of $name', ({ id, long }) => {
    expect(toLongId(id)).toBe(long);
  });

  it.each(['', '00D', '00D1a000000KzYXE', '00D1a000000KzY-', '../../etc/passwd'])('knows that %j is no id', (id) => {
    expect(toLongId(id)).toBeUndefined();
  });
});
