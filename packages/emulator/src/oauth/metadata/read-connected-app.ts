import { z } from 'zod';
import { xmlBoolean } from '../../metadata/parse-xml.ts';
import {
  callbackUrls,
  certificate,
  ignored,
  mustBeOff,
  repeated,
  scopeName,
  toRefreshTokenPolicy,
} from './app-elements.ts';
import type { AppChanges } from './change-app.ts';

const scopes = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(scopeName));

const oauthConfigSchema = z.strictObject({
  callbackUrl: callbackUrls,
  certificate: certificate.optional(),
  consumerKey: z.string().optional(),
  consumerSecret: z.string().optional(),
  isAdminApproved: xmlBoolean.optional(),
  isClientCredentialEnabled: xmlBoolean.optional(),
  isConsumerSecretOptional: xmlBoolean.optional(),
  isIntrospectAllTokens: xmlBoolean.optional(),
  isNamedUserJwtEnabled: mustBeOff,
  isPkceRequired: xmlBoolean.optional(),
  isRefreshTokenRotationEnabled: xmlBoolean.optional(),
  isSecretRequiredForRefreshToken: xmlBoolean.optional(),
  oauthClientCredentialUser: z.string().optional(),
  scopes,
  ...ignored(
    'assetTokenConfig',
    'idTokenConfig',
    'isCodeCredentialEnabled',
    'isCodeCredentialPostOnly',
    'isSecretRequiredForTokenExchange',
    'isTokenExchangeEnabled',
    'singleLogoutUrl',
  ),
});

const refreshTokenPolicy = z.string().transform((text, context) => {
  const [type = '', period = '', unit = ''] = text.split(':');
  const policy = toRefreshTokenPolicy(type, Number(period), unit);
  if (policy) return policy;
  context.addIssue({ code: 'custom', message: `${text} is no policy for refresh tokens` });
  return z.NEVER;
});

/** Source: Metadata API guide, ConnectedApp; the two elements of a package's reference: packaging guide, connected apps. */
export const connectedAppSchema = z.strictObject({
  label: z.string(),
  oauthConfig: oauthConfigSchema.optional(),
  oauthPolicy: z
    .strictObject({ refreshTokenPolicy, ...ignored('ipRelaxation', 'isTokenExchangeFlowEnabled', 'singleLogoutUrl') })
    .optional(),
  permissionSetName: repeated,
  profileName: repeated,
  developerName: z.string().optional(),
  version: z.string().optional(),
  ...ignored(
    'fullName',
    'attributes',
    'canvas',
    'canvasConfig',
    'contactEmail',
    'contactPhone',
    'description',
    'iconUrl',
    'infoUrl',
    'ipRanges',
    'logoUrl',
    'mobileAppConfig',
    'mobileStartUrl',
    'plugin',
    'pluginExecutionUser',
    'samlConfig',
    'sessionPolicy',
    'startUrl',
  ),
});

export type ConnectedAppXml = z.output<typeof connectedAppSchema>;

/**
 * What the metadata says of the app; undefined for one without OAuth, and for a package's reference to an app that is
 * elsewhere. PKCE is off where it is not named, as the Metadata API guide has it for connected apps (and on for external
 * client apps); rotation too, which is believed without a source.
 */
export function connectedAppChanges({ label, oauthConfig, ...app }: ConnectedAppXml): AppChanges | undefined {
  if (!oauthConfig) return undefined;
  const { oauthClientCredentialUser: user } = oauthConfig;
  return {
    name: label,
    kind: 'connectedApp',
    installed: true,
    redirectUris: oauthConfig.callbackUrl,
    scopes: oauthConfig.scopes,
    permittedUsers: oauthConfig.isAdminApproved ? 'adminApproved' : 'selfAuthorize',
    approvedProfiles: app.profileName,
    approvedPermissionSets: app.permissionSetName,
    pkceRequired: oauthConfig.isPkceRequired ?? false,
    secretRequiredForWebServerFlow: !(oauthConfig.isConsumerSecretOptional ?? false),
    secretRequiredForRefresh: oauthConfig.isSecretRequiredForRefreshToken ?? true,
    refreshTokenRotation: oauthConfig.isRefreshTokenRotationEnabled ?? false,
    introspectsAllTokens: oauthConfig.isIntrospectAllTokens ?? false,
    ...(app.oauthPolicy && { refreshTokenPolicy: app.oauthPolicy.refreshTokenPolicy }),
    ...(oauthConfig.certificate !== undefined && { certificate: oauthConfig.certificate }),
    ...(oauthConfig.isClientCredentialEnabled && user !== undefined && { clientCredentialsUser: user }),
    ...(oauthConfig.consumerKey !== undefined && { clientId: oauthConfig.consumerKey }),
    ...(oauthConfig.consumerSecret !== undefined && { clientSecret: oauthConfig.consumerSecret }),
  };
}
