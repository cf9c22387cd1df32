import { hasPersonAccounts } from '../../dml/persons/person-account.ts';
import type { Org } from '../../org/org.ts';
import type { OrgUser } from '../../org/org-user.ts';

/** Seconds that a session lasts in an org whose sessions never end here: Salesforce's default of two hours. */
const DEFAULT_SESSION_SECONDS = 7200;

/** From this version on, with `chatterExternal` and `orgDefaultCurrencyLocale`. Source: not in answers of 37.0, in those of 41.0. */
const CHATTER_SINCE = 41;

/**
 * What `login()` and `getUserInfo()` say of a user, in Salesforce's order. Source: recorded answers of versions 37.0 to
 * 46.0 in the tests of Trino, Forcex, WWW::Salesforce and grouparoo; SOAP API guide, getUserInfoResult. There is one
 * currency and no role here; which skin a user has is not verified.
 */
export function userInfo(org: Org, user: OrgUser, apiVersion: string): Record<string, unknown> {
  const isNewer = Number(apiVersion) >= CHATTER_SINCE;
  const minutes = org.sessions.timeoutMinutes();
  return {
    accessibilityMode: false,
    ...(isNewer && { chatterExternal: false }),
    currencySymbol: '$',
    orgAttachmentFileSizeLimit: 5_242_880,
    orgDefaultCurrencyIsoCode: 'USD',
    ...(isNewer && { orgDefaultCurrencyLocale: 'en_US' }),
    orgDisallowHtmlAttachments: false,
    orgHasPersonAccounts: hasPersonAccounts({ org }),
    organizationId: org.id,
    organizationMultiCurrency: false,
    organizationName: org.identity.name,
    profileId: user.profileId,
    roleId: null,
    sessionSecondsValid: minutes === undefined ? DEFAULT_SESSION_SECONDS : minutes * 60,
    userDefaultCurrencyIsoCode: null,
    userEmail: user.email,
    userFullName: user.name,
    userId: user.id,
    userLanguage: user.language,
    userLocale: user.locale,
    userName: user.username,
    userTimeZone: user.timeZone,
    userType: user.userType,
    userUiSkin: 'Theme3',
  };
}
