import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';

export const listResources = defineOperation({
  name: 'Resources by Version',
  method: 'GET',
  path: '/services/data/:version',
  evidence: ['documented'],
  source:
    'REST API guide, Resources by Version; only the resources that this emulator has are listed, in the order of its sample; unverified: the place of ui-api, which the sample lacks',
  handle({ org, request, session }) {
    const base = `/services/data/v${apiVersionOf(request)}`;
    return {
      status: 200,
      body: {
        tooling: `${base}/tooling`,
        metadata: `${base}/metadata`,
        queryAll: `${base}/queryAll`,
        search: `${base}/search`,
        identity: `${org.url()}/id/${org.id}/${session?.userId ?? ''}`,
        composite: `${base}/composite`,
        parameterizedSearch: `${base}/parameterizedSearch`,
        recent: `${base}/recent`,
        limits: `${base}/limits`,
        query: `${base}/query`,
        jobs: `${base}/jobs`,
        sobjects: `${base}/sobjects`,
        'ui-api': `${base}/ui-api`,
      },
    };
  },
});
