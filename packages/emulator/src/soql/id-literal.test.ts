import { describe, expect, it } from 'vitest';
import { idSuffix, normalizeId } from './id-literal.ts';

describe('normalizeId', () => {
  it.each([
    ['001dM00003kRs59', '001dM00003kRs59QAC'],
    ['001dM00003kS3tN', '001dM00003kS3tNQAS'],
    ['001B000001LntWl', '001B000001LntWlIAJ'],
    ['012000000000000', '012000000000000AAA'],
  ])('completes %s, an id recorded in both forms', (id15, id18) => {
    expect(normalizeId(id15)).toBe(id18);
    expect(id15 + idSuffix(id15)).toBe(id18);
  });

  it('gives an 18-character id back the case that its suffix remembers', () => {
    expect(normalizeId('001dm00003krs59qac')).toBe('001dM00003kRs59QAC');
    expect(normalizeId('001DM00003KRS59QAC')).toBe('001dM00003kRs59QAC');
  });

  it.each(['', 'abc', '001dM00003kRs5', '001dM00003kRs59QA', '001dM00003kRs59QA9', '001dM00003kRs5!'])(
    'refuses %j',
    (text) => {
      expect(normalizeId(text)).toBeUndefined();
    },
  );
});
