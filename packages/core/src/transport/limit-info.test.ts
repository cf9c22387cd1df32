import { expect, it } from 'vitest';
import { parseLimitInfo } from './limit-info.ts';

it.each([
  ['api-usage=54/15000', { org: { used: 54, limit: 15_000 }, app: undefined }],
  [
    'api-usage=18/5000; per-app-api-usage=17/250(appName=sample-connected-app)',
    { org: { used: 18, limit: 5000 }, app: { used: 17, limit: 250, name: 'sample-connected-app' } },
  ],
  ['something else', undefined],
])('reads %s', (header, info) => {
  expect(parseLimitInfo(header)).toEqual(info);
});
