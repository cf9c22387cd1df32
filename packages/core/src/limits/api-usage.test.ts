import { expect, it } from 'vitest';
import { parseApiUsage } from './api-usage.ts';

const at = '2026-11-23T22:12:00.000Z';

it.each([
  ['api-usage=54/15000', { org: { used: 54, limit: 15_000 }, app: undefined, at }],
  [
    'api-usage=18/5000; per-app-api-usage=17/250(appName=sample-connected-app)',
    { org: { used: 18, limit: 5000 }, app: { used: 17, limit: 250, name: 'sample-connected-app' }, at },
  ],
  ['something else', undefined],
  [undefined, undefined],
])('reads %s', (header, usage) => {
  expect(parseApiUsage(header, new Date(at))).toEqual(usage);
});
