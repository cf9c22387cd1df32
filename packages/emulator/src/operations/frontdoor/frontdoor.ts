import { refusalPage } from '../../pages/refusal-page.ts';
import { sessionCookie } from '../../pages/session-cookie.ts';
import { defineOperation } from '../operation.ts';
import { FRONTDOOR } from './single-access.ts';

export const frontdoor = defineOperation({
  name: 'Front door: log a browser in by a single-use address',
  method: 'GET',
  path: '/secur/frontdoor.jsp',
  evidence: ['documented', 'unverified'],
  source:
    'Salesforce Help, Generate a Frontdoor URL to Bridge into UI Sessions; the page of a used address is not known',
  public: true,
  countsAsApiCall: false,
  handle({ host, request }) {
    const otp = request.query.get('otp') ?? '';
    const start = request.query.get('startURL') ?? '/';
    // Only to a page of the org itself.
    const location = /^\/(?![/\\])/.test(start) ? start : '/';
    for (const org of host.orgs()) {
      const userId = org.oauth.loginTickets.redeem(otp, FRONTDOOR, org.clock());
      if (userId === undefined || !org.users.findById(userId)?.isActive) continue;
      const headers = { Location: location, ...sessionCookie({ org, userId }), 'Cache-Control': 'no-store' };
      return { status: 302, headers };
    }
    return refusalPage({ status: 403, reason: 'This address was used before, or is too old.' });
  },
});
