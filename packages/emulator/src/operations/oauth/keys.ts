import { defineOperation } from '../operation.ts';

/** The keys that id tokens are signed with. */
export const getKeys = defineOperation({
  name: 'OpenID Connect: keys',
  method: 'GET',
  path: '/id/keys',
  evidence: ['documented'],
  source: 'Salesforce Platform APIs (Postman): JSON Web Key Set',
  public: true,
  countsAsApiCall: false,
  handle: ({ org }) => ({ status: 200, body: { keys: [org.oauth.signingKey.publicJwk()] } }),
});
