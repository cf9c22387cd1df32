import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOAuthRig, REDIRECT_URI } from './oauth-rig.ts';
import type { OAuthRig } from './oauth-rig.ts';

let rig: OAuthRig;
beforeAll(async () => {
  rig = await createOAuthRig();
});
afterAll(() => rig.emulator.close());

const show = (changes?: Parameters<OAuthRig['authorizationUrl']>[0]) =>
  fetch(rig.authorizationUrl(changes), { redirect: 'manual' });

/** The hidden field that ties the approval page to the login before it. */
const ticketOf = (page: string) => /name="login_ticket" value="([^"]+)"/.exec(page)?.[1];

describe('authorize', () => {
  it('asks for username and password', async () => {
    const response = await show({ login_hint: 'jane@uman.test' });
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(page).toContain('<label for="username">');
    expect(page).toContain('value="jane@uman.test"');
    expect(page).toContain('<label for="password">');
  });

  it('asks for approval after the login, and sends the code to the app', async () => {
    const { username, password } = rig.emulator.admin;
    const url = rig.authorizationUrl({ prompt: 'consent' });

    const approval = await rig.post(url, { username, password });
    const page = await approval.text();
    const answer = await rig.post(url, { login_ticket: ticketOf(page), decision: 'allow' });
    const location = new URL(answer.headers.get('location') ?? '');

    expect(approval.status).toBe(200);
    expect(page).toContain('Allow Access?');
    expect(page).toContain('Perform requests at any time');
    expect(answer.status).toBe(302);
    expect(location.origin + location.pathname).toBe(REDIRECT_URI);
    expect(location.searchParams.get('code')).toMatch(/^aPrx.+==$/);
    expect(location.searchParams.get('state')).toBe('the state');
  });

  it('does not ask again who approved the same app and scopes before', async () => {
    await rig.connect();
    const { username, password } = rig.emulator.admin;

    const again = await rig.post(rig.authorizationUrl(), { username, password });
    const forced = await rig.post(rig.authorizationUrl({ prompt: 'consent' }), { username, password });

    expect(again.status).toBe(302);
    expect(forced.status).toBe(200);
  });

  it('takes a login for the approval only once, and only of the same request', async () => {
    const { username, password } = rig.emulator.admin;
    const url = rig.authorizationUrl({ prompt: 'consent' });
    const login = async () => ticketOf(await (await rig.post(url, { username, password })).text());
    const used = await login();
    await rig.post(url, { login_ticket: used, decision: 'allow' });

    const replayed = await rig.post(url, { login_ticket: used, decision: 'allow' });
    const moved = await rig.post(rig.authorizationUrl({ scope: 'api' }), {
      login_ticket: await login(),
      decision: 'allow',
    });

    expect(replayed.status).toBe(400);
    expect(moved.status).toBe(400);
  });

  it('tells the user when the password is wrong, and escapes what they typed', async () => {
    const response = await rig.post(rig.authorizationUrl(), { username: '"><script>', password: 'wrong' });
    const page = await response.text();

    expect(response.status).toBe(400);
    expect(page).toContain('role="alert"');
    expect(page).toContain('Please check your username and password.');
    expect(page).not.toContain('<script>');
  });

  it('tells the app that the user said no', async () => {
    const response = await rig.post(rig.authorizationUrl(), { decision: 'deny' });

    expect(response.headers.get('location')).toBe(
      `${REDIRECT_URI}?error=access_denied&error_description=end-user%20denied%20authorization&state=the%20state`,
    );
  });

  it.each([
    ['an unknown client', { client_id: 'nobody' }, 'invalid_client_id'],
    ['no client', { client_id: undefined }, 'invalid_client_id'],
    ['an address that is not the app’s', { redirect_uri: `${REDIRECT_URI}/` }, 'redirect_uri_mismatch'],
    ['no address', { redirect_uri: undefined }, 'redirect_uri_mismatch'],
  ])('shows a page and never redirects for %s', async (_, changes, error) => {
    const response = await show(changes);

    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain(error);
  });

  it.each([
    ['no code challenge', { code_challenge: undefined }, 'invalid_request', 'missing required code challenge'],
    ['a plain code challenge', { code_challenge_method: 'plain' }, 'invalid_request', 'invalid code challenge'],
    [
      'another response type',
      { response_type: 'id_token' },
      'unsupported_response_type',
      'response type is not supported',
    ],
    ['a scope the app does not have', { scope: 'api full' }, 'invalid_scope', 'the requested scope is not allowed'],
  ])('tells the app about %s', async (_, changes, error, description) => {
    const response = await show(changes);
    const { searchParams } = new URL(response.headers.get('location') ?? '');

    expect(Object.fromEntries(searchParams)).toEqual({ error, error_description: description, state: 'the state' });
  });

  it('is kept by nobody and shown in no frame', async () => {
    const { headers } = await show();

    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['another origin, by a browser that names only that', { origin: 'https://stranger.test' }],
    ['a page that hides itself', { origin: 'null' }],
  ])('takes no login that a browser sends from %s', async (_, headers) => {
    const { username, password } = rig.emulator.admin;

    const refused = await rig.post(rig.authorizationUrl(), { username, password, decision: 'allow' }, headers);
    const own = await rig.post(
      rig.authorizationUrl(),
      { username, password, decision: 'allow' },
      { origin: rig.emulator.url },
    );

    expect(refused.status).toBe(403);
    expect(refused.headers.get('location')).toBeNull();
    expect(own.status).toBe(302);
  });

  it('says what it does not have', async () => {
    const response = await show({ response_type: 'token' });

    expect(response.status).toBe(501);
    expect(await response.text()).toContain('NOT_EMULATED');
  });
});
