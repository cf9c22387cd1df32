import { describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../../emulator-rig.ts';

const INVALID_LOGIN = 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.';

async function aRigThatAllowsLogin(): Promise<EmulatorRig> {
  const rig = await createEmulatorRig();
  rig.emulator.setSwitches({ soapApiLogin: 'allowed' });
  return rig;
}

async function post(
  { emulator }: EmulatorRig,
  { body, header = '', path = 'u/64.0', from = {} }: { body: string; header?: string; path?: string; from?: object },
) {
  const response = await fetch(`${emulator.url}/services/Soap/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: 'login', ...from },
    body:
      '<?xml version="1.0" encoding="utf-8" ?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" ' +
      `xmlns:urn="urn:partner.soap.sforce.com"><env:Header>${header}</env:Header><env:Body>${body}</env:Body></env:Envelope>`,
  });
  const text = await response.text();
  const read = (name: string): string | undefined => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  return { status: response.status, text, read };
}

function loginOf({ username, password }: { readonly username: string; readonly password: string }): string {
  return `<urn:login><urn:username>${username}</urn:username><urn:password>${password}</urn:password></urn:login>`;
}

const header = (sessionId: string): string =>
  `<urn:SessionHeader><urn:sessionId>${sessionId}</urn:sessionId></urn:SessionHeader>`;

describe('login', () => {
  it.each(['u', 'c'])('answers with a session, where to go and who that is, at /services/Soap/%s', async (letter) => {
    await using rig = await aRigThatAllowsLogin();
    const { admin, org, url } = rig.emulator;

    const { status, text, read } = await post(rig, { body: loginOf(admin), path: `${letter}/64.0` });
    const used = await fetch(`${url}/services/data/v64.0/limits`, {
      headers: { authorization: `Bearer ${read('sessionId') ?? ''}` },
    });

    const order = [...text.matchAll(/<(\w+)[ >/]/g)].map(([, name]) => name);
    expect(status).toBe(200);
    expect(read('serverUrl')).toBe(`${url}/services/Soap/${letter}/64.0/${org.id.slice(0, 15)}`);
    expect(read('metadataServerUrl')).toBe(`${url}/services/Soap/m/64.0/${org.id.slice(0, 15)}`);
    expect([read('passwordExpired'), read('sandbox'), read('userName')]).toEqual(['false', 'false', admin.username]);
    expect(text).toContain(`xmlns="urn:${letter === 'u' ? 'partner' : 'enterprise'}.soap.sforce.com"`);
    expect(text).toContain('<roleId xsi:nil="true"/>');
    expect(order.filter((name) => name?.startsWith('user'))).toEqual(
      'userId userInfo userDefaultCurrencyIsoCode userEmail userFullName userId userLanguage userLocale userName userTimeZone userType userUiSkin'.split(
        ' ',
      ),
    );
    expect(used.status).toBe(200);
    expect(rig.emulator.apiCalls()).toBe(1);
  });

  it('is not there since version 65.0, and off until somebody allows it', async () => {
    await using rig = await createEmulatorRig();
    const { admin } = rig.emulator;

    const blocked = await post(rig, { body: loginOf(admin) });
    const newer = await post(rig, { body: loginOf(admin), path: 'u/65.0' });
    const retired = await post(rig, { body: loginOf(admin), path: 'u/30.0' });

    expect(blocked.status).toBe(500);
    expect(blocked.read('faultstring')).toBe(
      'INVALID_OPERATION: SOAP API login() is disabled by default in this org. Contact the org administrator to enable SOAP API login().',
    );
    expect(newer.read('sf:exceptionMessage')).toBe(
      'The SOAP Login operation is not available in the API version specified (65.0). Refer to the documentation for supported versions.',
    );
    expect(newer.read('sf:exceptionCode')).toBe('INVALID_OPERATION');
    expect([retired.status, retired.read('sf:exceptionCode')]).toEqual([500, 'UNSUPPORTED_API_VERSION']);
  });

  it('refuses in the words of the API', async () => {
    await using rig = await aRigThatAllowsLogin();
    const { admin } = rig.emulator;
    rig.emulator.createUser({ username: 'gone@uman.test', password: 'secret', isActive: false });

    const wrong = await post(rig, { body: loginOf({ ...admin, password: 'wrong' }) });
    const stranger = await post(rig, { body: loginOf({ username: 'nobody@x.test', password: 'x' }) });
    const inactive = await post(rig, { body: loginOf({ username: 'gone@uman.test', password: 'secret' }) });

    expect([wrong, stranger, inactive].map(({ status, read }) => [status, read('faultstring')])).toEqual(
      Array.from({ length: 3 }, () => [500, INVALID_LOGIN]),
    );
    expect(wrong.text).toContain(
      '<faultcode>INVALID_LOGIN</faultcode>' +
        `<faultstring>${INVALID_LOGIN}</faultstring><detail><sf:LoginFault xsi:type="sf:LoginFault">` +
        '<sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode>' +
        `<sf:exceptionMessage>${INVALID_LOGIN.slice('INVALID_LOGIN: '.length)}</sf:exceptionMessage></sf:LoginFault></detail>`,
    );
  });

  it('looks at addresses before the password', async () => {
    await using rig = await aRigThatAllowsLogin();
    const { admin } = rig.emulator;
    rig.emulator.setLoginPolicy('System Administrator', { loginIpRanges: [{ start: '10.0.0.1', end: '10.0.0.9' }] });

    const outside = await post(rig, { body: loginOf({ ...admin, password: 'wrong' }) });
    const inside = await post(rig, { body: loginOf(admin), from: { 'x-forwarded-for': '10.0.0.5' } });

    expect(outside.read('faultstring')).toBe('LOGIN_DURING_RESTRICTED_DOMAIN: cannot log in from current domain');
    expect(inside.status).toBe(200);
  });

  it('asks for the security token of a user who has one', async () => {
    await using rig = await aRigThatAllowsLogin();
    const username = 'far@uman.test';
    rig.emulator.createUser({ username, password: 'secret', securityToken: 'T0ken' });

    const without = await post(rig, { body: loginOf({ username, password: 'secret' }) });
    const wrong = await post(rig, { body: loginOf({ username, password: 'secretX' }) });
    const right = await post(rig, { body: loginOf({ username, password: 'secretT0ken' }) });

    expect(without.read('sf:exceptionCode')).toBe('LOGIN_MUST_USE_SECURITY_TOKEN');
    expect(wrong.read('sf:exceptionCode')).toBe('INVALID_LOGIN');
    expect(right.status).toBe(200);
  });

  it('finds users of the org that a header names only', async () => {
    await using rig = await aRigThatAllowsLogin();
    const { admin, org } = rig.emulator;
    const scope = (id: string): string =>
      `<urn:LoginScopeHeader><urn:organizationId>${id}</urn:organizationId></urn:LoginScopeHeader>`;

    const there = await post(rig, { body: loginOf(admin), header: scope(org.id) });
    const elsewhere = await post(rig, { body: loginOf(admin), header: scope('00D000000000001EAA') });

    expect(there.status).toBe(200);
    expect(elsewhere.read('faultstring')).toBe(INVALID_LOGIN);
  });
});

describe('calls with a session', () => {
  it('tells the time and the user, and ends the session', async () => {
    await using rig = await createEmulatorRig();
    const session = header(rig.accessToken);

    const time = await post(rig, { body: '<urn:getServerTimestamp/>', header: session, path: 'u/66.0' });
    const user = await post(rig, { body: '<urn:getUserInfo/>', header: session, path: 'u/66.0' });
    const out = await post(rig, { body: '<urn:logout/>', header: session, path: 'u/66.0' });
    const after = await post(rig, { body: '<urn:getUserInfo/>', header: session, path: 'u/66.0' });

    expect(time.read('timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(user.read('organizationId')).toBe(rig.emulator.org.id);
    expect(out.text).toContain('<logoutResponse');
    expect([after.status, after.read('faultcode')]).toEqual([500, 'sf:INVALID_SESSION_ID']);
  });

  it('are not emulated when they are others', async () => {
    await using rig = await createEmulatorRig();

    const merge = await post(rig, { body: '<urn:merge/>', header: header(rig.accessToken), path: 'u/66.0' });

    expect(merge.status).toBe(501);
    expect(merge.text).toContain('the call merge');
  });
});
