import { describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { deployFiles } from './deploy-files.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const application = `<ExternalClientApplication ${NAMESPACE}><contactEmail>support@example.com</contactEmail>
  <distributionState>Local</distributionState><label>Acme Sync</label></ExternalClientApplication>`;
const oauthSettings = `<ExtlClntAppOauthSettings ${NAMESPACE}>
  <commaSeparatedOauthScopes>Api, OpenID, RefreshToken</commaSeparatedOauthScopes>
  <externalClientApplication>Acme_Sync</externalClientApplication><label>Acme_Sync_oauth</label></ExtlClntAppOauthSettings>`;
const globalSettings = `<ExtlClntAppGlobalOauthSettings ${NAMESPACE}>
  <callbackUrl>https://app.example.com/oauth/callback</callbackUrl><consumerKey>3MVG9acme</consumerKey>
  <externalClientApplication>Acme_Sync</externalClientApplication><isEnforceRefreshTokenTTL>true</isEnforceRefreshTokenTTL>
  <isRefreshTokenRotationEnabled>true</isRefreshTokenRotationEnabled><label>g</label></ExtlClntAppGlobalOauthSettings>`;
const policies = `<ExtlClntAppOauthConfigurablePolicies ${NAMESPACE}>
  <commaSeparatedPermissionSet>Acme_Sync_Integration</commaSeparatedPermissionSet>
  <externalClientApplication>Acme_Sync</externalClientApplication><label>p</label>
  <permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>
  <refreshTokenPolicyType>SpecificInactivity</refreshTokenPolicyType><refreshTokenValidityPeriod>30</refreshTokenValidityPeriod>
  <refreshTokenValidityUnit>Days</refreshTokenValidityUnit></ExtlClntAppOauthConfigurablePolicies>`;

const externalClientApp = {
  'externalClientApps/Acme_Sync.eca-meta.xml': application,
  'extlClntAppOauthSettings/Acme_Sync_oauth.ecaOauth-meta.xml': oauthSettings,
  'extlClntAppGlobalOauthSets/Acme_Sync_glbloauth.ecaGlblOauth-meta.xml': globalSettings,
  'extlClntAppOauthPolicies/Acme_Sync_oauthPlcy.ecaOauthPlcy-meta.xml': policies,
};

const connectedApp = (key: string) => `<ConnectedApp ${NAMESPACE}><contactEmail>support@example.com</contactEmail>
  <label>Acme</label><oauthConfig><callbackUrl>https://app.example.com/cb
http://localhost:1717/OauthRedirect</callbackUrl>${key}<isAdminApproved>true</isAdminApproved>
  <isPkceRequired>true</isPkceRequired><isRefreshTokenRotationEnabled>true</isRefreshTokenRotationEnabled>
  <scopes>Api</scopes><scopes>OpenID</scopes><scopes>RefreshToken</scopes></oauthConfig>
  <oauthPolicy><ipRelaxation>ENFORCE</ipRelaxation><refreshTokenPolicy>specific_lifetime:12:HOURS</refreshTokenPolicy></oauthPolicy>
  <permissionSetName>Acme_Sync_Integration</permissionSetName><profileName>System Administrator</profileName></ConnectedApp>`;

async function appsOf(rig: EmulatorRig): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${rig.emulator.url}/__emulator/apps`);
  return (await response.json()) as Record<string, unknown>[];
}

describe('metadata of apps', () => {
  it('registers an external client app with what its parts say', async () => {
    await using rig = await createEmulatorRig();

    deployFiles(rig, externalClientApp);

    expect(await appsOf(rig)).toMatchObject([
      {
        clientId: '3MVG9acme',
        clientSecret: expect.stringMatching(/^[0-9A-F]{64}$/) as string,
        name: 'Acme Sync',
        kind: 'externalClientApp',
        developerName: 'Acme_Sync',
        installed: true,
        redirectUris: ['https://app.example.com/oauth/callback'],
        scopes: ['api', 'openid', 'refresh_token'],
        pkceRequired: true,
        refreshTokenRotation: true,
        idleRefreshTokenLimit: true,
        permittedUsers: 'adminApproved',
        approvedPermissionSets: ['Acme_Sync_Integration'],
        refreshTokenPolicy: { type: 'inactivity', seconds: 30 * 24 * 60 * 60 },
      },
    ]);
  });

  it('gives a packaged app the key and the callbacks that it has in the org that made it', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, externalClientApp);
    const [own] = await appsOf(rig);
    const customer = rig.emulator.createOrg({ kind: 'production', domain: 'customer' });
    const packaged = application.replace(
      '</ExternalClientApplication>',
      `<orgScopedExternalApp>${rig.emulator.org.id.slice(0, 15)}:Acme_Sync</orgScopedExternalApp></ExternalClientApplication>`,
    );

    deployFiles(
      { ...rig, emulator: { ...rig.emulator, install: (source) => customer.install(source) } },
      {
        'externalClientApps/Acme_Sync.eca-meta.xml': packaged,
        'extlClntAppOauthSettings/Acme_Sync_oauth.ecaOauth-meta.xml': oauthSettings,
      },
    );
    const installed = customer.registerApp({
      name: 'Acme Sync',
      clientId: String(own?.['clientId']),
      redirectUris: ['https://app.example.com/oauth/callback'],
    });

    expect(installed.clientSecret).toBe(own?.['clientSecret']);
  });

  it('registers a connected app, once, under the key that it names', async () => {
    await using rig = await createEmulatorRig();
    const files = { 'connectedApps/Acme.connectedApp-meta.xml': connectedApp('<consumerKey>3MVG9own</consumerKey>') };

    deployFiles(rig, files);
    deployFiles(rig, files);

    expect(await appsOf(rig)).toMatchObject([
      {
        clientId: '3MVG9own',
        kind: 'connectedApp',
        redirectUris: ['https://app.example.com/cb', 'http://localhost:1717/OauthRedirect'],
        permittedUsers: 'adminApproved',
        approvedProfiles: ['System Administrator'],
        refreshTokenPolicy: { type: 'lifetime', seconds: 12 * 60 * 60 },
        secretRequiredForWebServerFlow: true,
      },
    ]);
  });

  it('makes a key where none is named, and refuses one that another app has', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, { 'connectedApps/Acme.connectedApp-meta.xml': connectedApp('') });
    const [{ clientId } = {}] = await appsOf(rig);

    const deployOther = () =>
      deployFiles(rig, {
        'connectedApps/Other.connectedApp-meta.xml': connectedApp(`<consumerKey>${String(clientId)}</consumerKey>`),
      });

    expect(clientId).toMatch(/^3MVG9/);
    expect(deployOther).toThrow('The consumer key is already taken');
  });

  it.each([
    [
      'a part of an app that is not there',
      { 'extlClntAppOauthSettings/Acme_Sync_oauth.ecaOauth-meta.xml': oauthSettings },
      'no ExternalClientApplication named Acme_Sync found',
    ],
    [
      'a scope that OAuth does not have',
      {
        ...externalClientApp,
        'extlClntAppOauthSettings/Acme_Sync_oauth.ecaOauth-meta.xml': oauthSettings.replace('OpenID', 'Openid'),
      },
      'Openid is no OAuth scope',
    ],
    [
      'what is not emulated',
      {
        'connectedApps/Acme.connectedApp-meta.xml': connectedApp('<isNamedUserJwtEnabled>true</isNamedUserJwtEnabled>'),
      },
      'is not emulated',
    ],
  ])('refuses %s', async (_, files, problem) => {
    await using rig = await createEmulatorRig();

    expect(() => deployFiles(rig, files)).toThrow(problem);
    expect(await appsOf(rig)).toEqual([]);
  });
});
