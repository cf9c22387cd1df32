import { expect, it } from 'vitest';
import { fitsPattern } from './like-pattern.ts';

it.each([
  ['abc', 'a%', true],
  ['abc', 'A%', false],
  ['abc', 'a_c', true],
  ['abc', '_c', false],
  ['abc', '%b%', true],
  ['', '%', true],
  ['', '_', false],
  ['a%c', String.raw`a\%c`, true],
  ['abc', String.raw`a\%c`, false],
  ['aXbXc', 'a%X%c', true],
  ['😀', '_', true],
])('%s LIKE %s, where case counts: %s', (text, pattern, fits) => {
  expect(fitsPattern(text, pattern)).toBe(fits);
});

it('does not take longer and longer over many wildcards', () => {
  expect(fitsPattern('a'.repeat(4000), '%a'.repeat(300) + 'b')).toBe(false);
});
