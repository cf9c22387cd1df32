import { requireBearer } from '../../oauth/bearer-token.ts';
import { defineOperation } from '../operation.ts';

/** What a single-use address is for, so that no other ticket opens the front door. */
export const FRONTDOOR = 'frontdoor';

export const singleAccess = defineOperation({
  name: 'Single access: an address that logs a browser in once',
  method: 'GET',
  path: '/services/oauth2/singleaccess',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'Salesforce Help, Generate a Frontdoor URL to Bridge into UI Sessions; the request of @salesforce/core for ' +
    '`sf org open`; the parameters of the address beyond its path are not verified',
  public: true,
  countsAsApiCall: false,
  handle(context) {
    const caller = requireBearer(context);
    if ('refusal' in caller) return caller.refusal;
    const { org, request } = context;
    const query = new URLSearchParams({ otp: org.oauth.loginTickets.create(caller.user.id, FRONTDOOR, org.clock()) });
    const startUrl = request.query.get('redirect_uri');
    if (startUrl !== null) query.set('startURL', startUrl);
    return { status: 200, body: { frontdoor_uri: `${org.url()}/secur/frontdoor.jsp?${query.toString()}` } };
  },
});
