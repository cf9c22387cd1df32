import { z } from 'zod';
import { xmlBoolean, xmlNumber } from '../../metadata/parse-xml.ts';
import {
  callbackUrls,
  certificate,
  commaSeparated,
  ignored,
  mustBeOff,
  scopeName,
  toRefreshTokenPolicy,
} from './app-elements.ts';
import type { AppChanges } from './change-app.ts';

/** Source of all of them: Metadata API guide, the page of each type. */
export const externalClientAppSchema = z.strictObject({
  label: z.string().optional(),
  distributionState: z.enum(['Local', 'Packaged', 'Managed', 'AutoInstalled']).optional(),
  orgScopedExternalApp: z.string().optional(),
  ...ignored(
    'fullName',
    'contactEmail',
    'contactPhone',
    'description',
    'iconUrl',
    'infoUrl',
    'isProtected',
    'logoUrl',
    'managedType',
  ),
});

const ofApp = { externalClientApplication: z.string().min(1) };

export const oauthSettingsSchema = z.strictObject({
  ...ofApp,
  commaSeparatedOauthScopes: commaSeparated.pipe(z.array(scopeName)).optional(),
  clientAssertionCertificate: certificate.optional(),
  oauthLink: z.string().optional(),
  ...ignored(
    'fullName',
    'label',
    'areAttributesIncludedInAssetToken',
    'areCustomPermsIncludedInAssetToken',
    'assetTokenAudiences',
    'assetTokenSigningCertificate',
    'assetTokenValidity',
    'commaSeparatedCustomScopes',
    'customAttributes',
    'isFirstPartyAppEnabled',
    'singleLogoutUrl',
    'trustedIpRanges',
  ),
});

export const globalSettingsSchema = z.strictObject({
  ...ofApp,
  callbackUrl: callbackUrls.optional(),
  certificate: certificate.optional(),
  consumerKey: z.string().optional(),
  consumerSecret: z.string().optional(),
  isConsumerSecretOptional: xmlBoolean.optional(),
  isEnforceRefreshTokenTTL: xmlBoolean.optional(),
  isIntrospectAllTokens: xmlBoolean.optional(),
  isNamedUserJwtEnabled: mustBeOff,
  isPkceRequired: xmlBoolean.optional(),
  isRefreshTokenRotationEnabled: xmlBoolean.optional(),
  isSecretRequiredForRefreshToken: xmlBoolean.optional(),
  ...ignored(
    'fullName',
    'label',
    'idTokenConfig',
    'isClientCredentialsFlowEnabled',
    'isCodeCredFlowEnabled',
    'isCodeCredPostOnly',
    'isDeviceFlowEnabled',
    'isSecretRequiredForTokenExchange',
    'isTokenExchangeEnabled',
    'shouldRotateConsumerKey',
    'shouldRotateConsumerSecret',
  ),
});

export const oauthPoliciesSchema = z
  .strictObject({
    ...ofApp,
    clientCredentialsFlowUser: z.string().optional(),
    isClientCredentialsFlowEnabled: xmlBoolean.optional(),
    commaSeparatedPermissionSet: commaSeparated.optional(),
    commaSeparatedProfile: commaSeparated.optional(),
    permittedUsersPolicyType: z.enum(['AdminApprovedPreAuthorized', 'AllSelfAuthorized']).optional(),
    refreshTokenPolicyType: z.enum(['Infinite', 'Zero', 'SpecificLifetime', 'SpecificInactivity']).optional(),
    refreshTokenValidityPeriod: xmlNumber.optional(),
    refreshTokenValidityUnit: z.string().optional(),
    ...ignored(
      'fullName',
      'label',
      'apexHandler',
      'commaSeparatedCustomScopes',
      'customAttributes',
      'executeHandlerAs',
      'guestJwtSessionTimeoutType',
      'guestJwtTimeout',
      'ipRelaxationPolicyType',
      'isGuestCodeCredFlowEnabled',
      'isTokenExchangeFlowEnabled',
      'namedUserJwtSessionTimeoutType',
      'namedUserJwtTimeout',
      'policyAction',
      'requiredSessionLevel',
      'sessionTimeoutInMinutes',
      'singleLogoutUrl',
      'startUrl',
    ),
  })
  .refine((policies) => policies.refreshTokenPolicyType === undefined || policyOf(policies) !== undefined, {
    error: 'its refreshTokenPolicyType needs refreshTokenValidityPeriod and refreshTokenValidityUnit',
  });

export function oauthSettingsChanges(xml: z.output<typeof oauthSettingsSchema>): AppChanges {
  return {
    ...(xml.commaSeparatedOauthScopes && { scopes: xml.commaSeparatedOauthScopes }),
    ...(xml.clientAssertionCertificate !== undefined && { certificate: xml.clientAssertionCertificate }),
  };
}

export function globalSettingsChanges(xml: z.output<typeof globalSettingsSchema>): AppChanges {
  return {
    redirectUris: xml.callbackUrl ?? [],
    pkceRequired: xml.isPkceRequired ?? true,
    secretRequiredForWebServerFlow: !(xml.isConsumerSecretOptional ?? false),
    secretRequiredForRefresh: xml.isSecretRequiredForRefreshToken ?? true,
    refreshTokenRotation: xml.isRefreshTokenRotationEnabled ?? false,
    idleRefreshTokenLimit: xml.isEnforceRefreshTokenTTL ?? false,
    introspectsAllTokens: xml.isIntrospectAllTokens ?? false,
    ...(xml.certificate !== undefined && { certificate: xml.certificate }),
    ...(xml.consumerKey !== undefined && { clientId: xml.consumerKey }),
    ...(xml.consumerSecret !== undefined && { clientSecret: xml.consumerSecret }),
  };
}

export function oauthPoliciesChanges(xml: z.output<typeof oauthPoliciesSchema>): AppChanges {
  const policy = policyOf(xml);
  return {
    permittedUsers: xml.permittedUsersPolicyType === 'AdminApprovedPreAuthorized' ? 'adminApproved' : 'selfAuthorize',
    approvedPermissionSets: xml.commaSeparatedPermissionSet ?? [],
    approvedProfiles: xml.commaSeparatedProfile ?? [],
    ...(policy && { refreshTokenPolicy: policy }),
    ...(xml.isClientCredentialsFlowEnabled &&
      xml.clientCredentialsFlowUser !== undefined && { clientCredentialsUser: xml.clientCredentialsFlowUser }),
  };
}

function policyOf(xml: {
  readonly refreshTokenPolicyType?: string | undefined;
  readonly refreshTokenValidityPeriod?: number | undefined;
  readonly refreshTokenValidityUnit?: string | undefined;
}) {
  if (xml.refreshTokenPolicyType === undefined) return undefined;
  return toRefreshTokenPolicy(
    xml.refreshTokenPolicyType,
    xml.refreshTokenValidityPeriod ?? Number.NaN,
    xml.refreshTokenValidityUnit ?? '',
  );
}
