import { expect, it } from 'vitest';
import { createQueryCursors } from './query-cursors.ts';

const records = (length: number) => Array.from({ length }, () => ({}));
const cursor = (length: number) => ({ totalSize: length, records: records(length), pageSize: 2000 });

it('forgets the oldest cursors above a million records, but never the newest', () => {
  const cursors = createQueryCursors({ clock: () => new Date() });

  const locators = [400_000, 400_000, 300_000].map((length) => cursors.open(cursor(length)));
  const huge = cursors.open(cursor(1_000_001));

  expect(locators.map((locator) => cursors.find(locator) !== undefined)).toEqual([false, false, false]);
  expect(cursors.find(huge)).toBeDefined();
});

it('forgets a cursor after two days', () => {
  let now = new Date('2026-11-01T00:00:00Z');
  const cursors = createQueryCursors({ clock: () => now });
  const locator = cursors.open(cursor(1));

  now = new Date('2026-11-03T00:00:00Z');
  expect(cursors.find(locator)).toBeDefined();
  now = new Date('2026-11-03T00:00:01Z');
  expect(cursors.find(locator)).toBeUndefined();
});
