import { expect, it } from 'vitest';
import { parseRecordId } from './record-id.ts';

it.each([
  ['a01B0000009gSox', 'a01B0000009gSoxIAE'],
  ['001B000001LntWl', '001B000001LntWlIAJ'],
  ['001B000001Lwiht', '001B000001LwihtIAB'],
  ['a00B000000FSkcv', 'a00B000000FSkcvIAD'],
])('gives %s its suffix, as recorded from a real org', (short, long) => {
  expect(parseRecordId(short)).toBe(long);
  expect(parseRecordId(long)).toBe(long);
});

it.each([
  ['too short', '001B000001Lnt'],
  ['17 characters', '001B000001LntWlIA'],
  ['a wrong suffix', '001B000001LntWlIAA'],
  ['lost case', '001b000001lntwlIAJ'],
  ['other characters', "001B000001LntW'"],
  ['empty', ''],
])('refuses %s', (_name, value) => {
  expect(parseRecordId(value)).toBeUndefined();
});
