import { describe, expect, it } from 'vitest';
import { fromBase62, parseRecordId, toBase62, toLongId } from './record-id.ts';

describe('a record id', () => {
  it.each([
    '001dM00003kS3tNQAS',
    'a00B000000FSkcvIAD',
    '001B000001Lp1FxIAJ',
    'a03B0000007BhQQIA0',
    '068R0000002Hu1FIAS',
    '01254000001upcKAAQ',
    '012000000000000AAA',
  ])('%s, as it was recorded, has the suffix of its first 15 characters', (id) => {
    expect(toLongId(id.slice(0, 15))).toBe(id);
  });

  it.each([
    ['001dM00003kS3tN', '001dM00003kS3tNQAS'],
    ['001dM00003kS3tNQAS', '001dM00003kS3tNQAS'],
    ['001dM00003kS3tNQAT', undefined],
    ['001dM00003kS3tNQA', undefined],
    ['001dM00003kS3t-', undefined],
    ['', undefined],
  ])('%s is read as %s', (text, id) => {
    expect(parseRecordId(text)).toBe(id);
  });

  it('counts in base 62, in the order of its text', () => {
    expect(toBase62(61, 3)).toBe('00z');
    expect(fromBase62(toBase62(123_456_789, 9))).toBe(123_456_789);
    expect(toBase62(35, 2) < toBase62(36, 2)).toBe(true);
  });
});
