import { requireBearer } from '../../oauth/bearer-token.ts';
import { identityUrl } from '../../oauth/identity-url.ts';
import { standardOffset, userPhotos, userUrls } from '../../oauth/user-urls.ts';
import { defineOperation } from '../operation.ts';
import type { Operation, OperationContext, OperationResponse } from '../operation.ts';

const shared = {
  path: '/services/oauth2/userinfo',
  evidence: ['recorded'],
  source: "userinfo recorded by Nango's integration templates, 2026-05",
  public: true,
  countsAsApiCall: false,
  handle: userInfo,
} satisfies Partial<Operation>;

/** OpenID Connect userinfo; does not count as an API call. */
export const getUserInfo = defineOperation({ name: 'OpenID Connect: userinfo', method: 'GET', ...shared });
export const postUserInfo = defineOperation({
  name: 'OpenID Connect: userinfo by POST',
  method: 'POST',
  takes: 'form',
  ...shared,
});

function userInfo(context: OperationContext): OperationResponse {
  const caller = requireBearer(context);
  if ('refusal' in caller) return caller.refusal;
  const { org } = context;
  const { user } = caller;
  const photos = userPhotos(org);
  return {
    status: 200,
    body: {
      sub: identityUrl(org, user.id),
      user_id: user.id,
      organization_id: org.id,
      preferred_username: user.username,
      nickname: user.nickname,
      name: user.name,
      email: user.email,
      email_verified: true,
      ...(user.firstName !== null && { given_name: user.firstName }),
      family_name: user.lastName,
      zoneinfo: user.timeZone,
      photos,
      profile: `${org.url()}/${user.id}`,
      picture: photos.picture,
      address: {},
      is_salesforce_integration_user: false,
      urls: userUrls(org, user.id),
      active: user.isActive,
      user_type: user.userType.toUpperCase(),
      language: user.language,
      locale: user.locale,
      utcOffset: standardOffset(user.timeZone, org.clock()),
      updated_at: user.lastModifiedDate.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    },
  };
}
