import { expect, it } from 'vitest';
import { recordPages } from '../soql/query-pages.ts';
import { createQueryCursors } from './query-cursors.ts';

const records = (length: number) => Array.from({ length }, () => ({}));
const cursor = (length: number) => ({ pages: recordPages(records(length)), pageSize: 2000, userId: 'me' });

it('forgets the oldest cursors above a million rows, but never the newest', () => {
  const cursors = createQueryCursors({ clock: () => new Date() });

  const locators = [400_000, 400_000, 300_000].map((length) => cursors.open(cursor(length)));
  const huge = cursors.open(cursor(1_000_001));

  expect(locators.map((locator) => cursors.find(locator, 'me') !== undefined)).toEqual([false, false, false]);
  expect(cursors.find(huge, 'me')).toBeDefined();
});

it('forgets a cursor after two days', () => {
  let now = new Date('2026-11-01T00:00:00Z');
  const cursors = createQueryCursors({ clock: () => now });
  const locator = cursors.open(cursor(1));

  now = new Date('2026-11-03T00:00:00Z');
  expect(cursors.find(locator, 'me')).toBeDefined();
  now = new Date('2026-11-03T00:00:01Z');
  expect(cursors.find(locator, 'me')).toBeUndefined();
});

it('gives a cursor to nobody but the user who opened it', () => {
  const cursors = createQueryCursors({ clock: () => new Date() });

  const locator = cursors.open(cursor(1));

  expect(cursors.find(locator, 'somebody else')).toBeUndefined();
});
