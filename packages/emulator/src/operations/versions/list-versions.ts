import { apiVersions } from '../../http/api-versions.ts';
import { defineOperation } from '../operation.ts';

export const listVersions = defineOperation({
  name: 'Versions',
  method: 'GET',
  path: '/services/data',
  evidence: ['recorded'],
  source: 'recorded by Nango integration templates (2026-05): no session, no limit header, v31.0 the oldest',
  public: true,
  handle: () => ({ status: 200, body: apiVersions }),
});
