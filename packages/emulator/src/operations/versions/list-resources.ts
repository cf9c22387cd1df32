import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';

export const listResources = defineOperation({
  name: 'Resources by Version',
  method: 'GET',
  path: '/services/data/:version',
  evidence: ['documented'],
  source: 'REST API guide, Resources by Version; only the resources that this emulator has are listed',
  handle({ org, request, session }) {
    const base = `/services/data/v${apiVersionOf(request)}`;
    return {
      status: 200,
      body: {
        query: `${base}/query`,
        queryAll: `${base}/queryAll`,
        composite: `${base}/composite`,
        identity: `${org.url()}/id/${org.id}/${session?.userId ?? ''}`,
        sobjects: `${base}/sobjects`,
        limits: `${base}/limits`,
        recent: `${base}/recent`,
        metadata: `${base}/metadata`,
        'ui-api': `${base}/ui-api`,
      },
    };
  },
});
