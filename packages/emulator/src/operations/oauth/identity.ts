import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { refuse, requireBearer } from '../../oauth/bearer-token.ts';
import { identityUrl } from '../../oauth/identity-url.ts';
import { standardOffset, userPhotos, userUrls } from '../../oauth/user-urls.ts';
import { defineOperation } from '../operation.ts';

/** The identity URL of a token response: who the user is and where the org's APIs are. */
export const getIdentity = defineOperation({
  name: 'Identity URL',
  method: 'GET',
  path: '/id/:orgId/:userId',
  evidence: ['documented'],
  source: 'Salesforce Help: Identity URLs; Salesforce Platform APIs (Postman)',
  public: true,
  countsAsApiCall: false,
  handle(context) {
    const { org, request } = context;
    const caller = requireBearer(context);
    if ('refusal' in caller) return caller.refusal;
    const { orgId = '', userId = '' } = request.params;
    if (!isSameId(orgId, org.id)) return refuse('Wrong_Org').refusal;
    const { user } = caller;
    if (!isSameId(userId, user.id)) throw new NotEmulatedError('the identity of another user');
    const format = request.query.get('format') ?? 'json';
    if (format !== 'json') throw new NotEmulatedError(`format=${format}`);

    return {
      status: 200,
      body: {
        id: identityUrl(org, user.id),
        asserted_user: true,
        user_id: user.id,
        organization_id: org.id,
        username: user.username,
        nick_name: user.nickname,
        display_name: user.name,
        email: user.email,
        email_verified: true,
        first_name: user.firstName,
        last_name: user.lastName,
        timezone: user.timeZone,
        photos: userPhotos(org),
        addr_street: null,
        addr_city: null,
        addr_state: null,
        addr_country: null,
        addr_zip: null,
        mobile_phone: null,
        mobile_phone_verified: false,
        is_lightning_login_user: false,
        status: { created_date: null, body: null },
        urls: withVersion(userUrls(org, user.id), request.query.get('version')),
        active: user.isActive,
        user_type: user.userType.toUpperCase(),
        language: user.language,
        locale: user.locale,
        utcOffset: standardOffset(user.timeZone, org.clock()),
        last_modified_date: user.lastModifiedDate.toISOString().replace(/\.\d{3}Z$/, 'Z'),
        is_app_installed: true,
      },
    };
  },
});

/** `?version=66.0` fills the version in. */
function withVersion(urls: Record<string, string>, version: string | null): Record<string, string> {
  if (version === null) return urls;
  if (!/^\d+(\.0)?$/.test(version)) throw new NotEmulatedError(`identity URL with version=${version}`);
  return Object.fromEntries(Object.entries(urls).map(([name, url]) => [name, url.replace('{version}', version)]));
}

/** Ids in URLs may be of 15 or 18 characters. */
function isSameId(a: string, b: string): boolean {
  return a.slice(0, 15) === b.slice(0, 15);
}
