import { checkMatch, checkObjectName } from '../plan/check-names.ts';
import { candidatesSchema } from '../soql/found-records.ts';
import { CANDIDATE_LIMIT, matchQuery } from '../soql/match-query.ts';
import { queryPath } from '../soql/query-path.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { lookUpRecord } from './look-up-record.ts';
import { createObjectClient } from './create-object-client.ts';
import type { CustomObjects } from './custom-objects.ts';
import type { ObjectClient } from './object-client.ts';

export function createCustomObjects(transport: OrgTransport, metadata: Metadata): CustomObjects {
  const clientOf = (object: string): ObjectClient => createObjectClient(transport, object);
  return {
    retrieve: async (object, id, options) => clientOf(object).retrieve(id, options),
    create: async (object, fields, options) => clientOf(object).create(fields, options),
    update: async (object, id, fields, options) => clientOf(object).update(id, fields, options),
    upsert: async (object, externalId, fields, options) => clientOf(object).upsert(externalId, fields, options),
    delete: async (object, id, options) => clientOf(object).delete(id, options),

    lookUp: async (object, match, options) => lookUpRecord({ transport, metadata }, { object, match, ...options }),

    async find(object, match, { signal } = {}) {
      checkObjectName(object, 'object');
      checkMatch(match, 'match');
      const [first, ...others] = await transport.send({
        method: 'GET',
        path: queryPath(matchQuery(object, match)),
        answer: candidatesSchema(object),
        attempt: { verb: 'query', object, path: 'match', pathOfField: (field) => `match.${field}` },
        signal,
      });
      if (first === undefined) return { found: 'none' };
      if (others.length === 0) return { found: 'one', id: first.id, name: first.name };
      return { found: 'several', candidates: [first, ...others].slice(0, CANDIDATE_LIMIT) };
    },
  };
}
