import { signingKeyOf } from '../../oauth/signing-key.ts';
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
  handle: ({ host }) => ({ status: 200, body: { keys: [signingKeyOf(host).publicJwk()] } }),
});
