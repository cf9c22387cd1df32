import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FailedActivity } from './activity-failure.ts';
import { mayTryAgain, meet, newProgress, waitMilliseconds } from './write-progress.ts';

const HOUR = 60 * 60 * 1000;

const locked: FailedActivity = {
  message: 'A row is locked.',
  detail: { code: 'SALESFORCE_RECORD_LOCKED' },
  apiCalls: 2,
  retryable: true,
  outcome: 'notApplied',
  retryAfterSeconds: 1,
  patience: 'growing',
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what may pass', () => {
  it('is tried for a day', () => {
    const progress = newProgress();

    vi.advanceTimersByTime(23.9 * HOUR);
    expect(mayTryAgain(progress, locked)).toBe(true);

    vi.advanceTimersByTime(0.2 * HOUR);
    expect(mayTryAgain(progress, locked)).toBe(false);
  });

  it('is tried as often as was advised, whatever else was met in between', () => {
    const progress = newProgress();
    const refused = { ...locked, detail: { code: 'SALESFORCE_SESSION_EXPIRED' }, tries: 2 };

    meet(progress, refused);
    meet(progress, locked);
    expect(mayTryAgain(progress, refused)).toBe(true);

    meet(progress, refused);
    expect(mayTryAgain(progress, refused)).toBe(false);
    expect(progress.apiCalls).toBe(6);
  });

  it('is not tried when it cannot pass', () => {
    expect(mayTryAgain(newProgress(), { ...locked, retryable: false })).toBe(false);
  });
});

it.each([
  ['grows', 'growing', 1, 1, 0.5, 1.5],
  ['doubles with each attempt', 'growing', 1, 4, 4, 12],
  ['is never longer than a minute and a half', 'growing', 1, 5_000, 30, 90],
  ['stays alike where patience is steady', 'steady', 900, 40, 450, 1_350],
] as const)('a wait %s', (_name, patience, retryAfterSeconds, count, least, most) => {
  const seconds = waitMilliseconds({ ...locked, patience, retryAfterSeconds }, count) / 1000;

  expect(seconds).toBeGreaterThanOrEqual(least);
  expect(seconds).toBeLessThanOrEqual(most);
});
