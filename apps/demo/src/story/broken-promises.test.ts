import { describe, expect, it } from 'vitest';
import { brokenPromises } from './broken-promises.ts';

const kept = {
  secondsToFirstWrite: 9,
  apiCalls: 1,
  naiveApiCalls: 12,
  recordWritesOnSecondStart: 0,
  duplicatesAfterLostAnswer: 0,
  duplicatesAfterKill: 0,
  lost: 0,
  records: {},
};

describe('brokenPromises', () => {
  it('has nothing to say when all were kept', () => {
    expect(brokenPromises(kept)).toEqual([]);
  });

  it.each([
    [{ apiCalls: 2 }, 'the whole write took 2 API calls instead of 1'],
    [{ recordWritesOnSecondStart: 9 }, 'the second start wrote 9 records'],
    [{ duplicatesAfterLostAnswer: 8 }, 'the lost answer left 8 duplicates'],
    [{ duplicatesAfterKill: 7 }, 'the killed worker left 7 duplicates'],
    [{ lost: 6 }, '6 records are missing'],
  ])('names %o', (figures, sentence) => {
    expect(brokenPromises({ ...kept, ...figures })).toEqual([sentence]);
  });
});
