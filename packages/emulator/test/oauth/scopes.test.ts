import { expect, it } from 'vitest';
import { grantedScopes } from '../../src/oauth/scopes.ts';

it.each([
  ['what it asks for of what the app has', 'api id', ['id', 'api', 'web'], ['api', 'id']],
  ['all that the app has when it asks for nothing', undefined, ['api', 'offline_access'], ['api', 'refresh_token']],
  ['what full access encompasses', 'api web', ['full'], ['api', 'web']],
  ['nothing where one scope is not of the app', 'api web', ['api'], undefined],
  ['no refresh token for full access alone', 'api refresh_token', ['full'], undefined],
  ['no scope that nobody knows', 'bogus', ['full'], undefined],
])('grants %s', (_, requested, appScopes, granted) => {
  expect(grantedScopes(requested, appScopes)).toEqual(granted);
});
