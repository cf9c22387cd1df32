import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';

const RESOURCES = [
  { name: 'tree', since: 34 },
  { name: 'batch', since: 34 },
  { name: 'sobjects', since: 42 },
  { name: 'graph', since: 50 },
] as const;

export const listCompositeResources = defineOperation({
  name: 'Composite: list of resources',
  method: 'GET',
  path: '/services/data/:version/composite',
  evidence: ['documented', 'unverified'],
  source:
    'REST API guide, Get a List of Composite Resources, and the version each resource is there from. Their order is not verified',
  handle({ request }) {
    const apiVersion = apiVersionOf(request);
    const there = RESOURCES.filter(({ since }) => Number(apiVersion) >= since);
    return {
      status: 200,
      body: Object.fromEntries(there.map(({ name }) => [name, `/services/data/v${apiVersion}/composite/${name}`])),
    };
  },
});
