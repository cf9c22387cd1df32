import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';

export const listCompositeResources = defineOperation({
  name: 'Composite: list of resources',
  method: 'GET',
  path: '/services/data/:version/composite',
  evidence: ['documented'],
  source: 'REST API guide, Get a List of Composite Resources; only the resources that this emulator has are listed',
  handle({ request }) {
    return { status: 200, body: { sobjects: `/services/data/v${apiVersionOf(request)}/composite/sobjects` } };
  },
});
