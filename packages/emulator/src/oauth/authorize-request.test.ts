import { describe, expect, it } from 'vitest';
import { redirectWith } from './authorize-request.ts';
import { grantedScopes } from './scopes.ts';

describe('redirectWith', () => {
  it.each([
    ['https://app.test/cb', 'https://app.test/cb?code=a%3D%3D&state=x%20y'],
    ['https://app.test/cb?tenant=1', 'https://app.test/cb?tenant=1&code=a%3D%3D&state=x%20y'],
    ['sfdc://cb#top', 'sfdc://cb?code=a%3D%3D&state=x%20y#top'],
  ])('adds the answer to %s', (uri, location) => {
    expect(redirectWith(uri, { code: 'a==', error: undefined, state: 'x y' })).toBe(location);
  });
});

describe('grantedScopes', () => {
  const own = ['openid', 'api', 'refresh_token'];

  it.each([
    ['what was asked for, in that order', 'api openid', ['api', 'openid']],
    ['all of the app when nothing was asked for', undefined, own],
    ['offline_access under its other name, once', 'offline_access refresh_token', ['refresh_token']],
    ['nothing when more was asked for than the app has', 'api full', undefined],
  ])('grants %s', (_, requested, granted) => {
    expect(grantedScopes(requested, own)).toEqual(granted);
  });
});
