import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { defineOperation } from '../operation.ts';
import { answerSearch } from './answer-search.ts';
import { toSearch } from './to-search.ts';
import type { SearchedObjectParameters } from './to-search.ts';

const GLOBAL = new Set(['q', 'sobject', 'fields', 'in', 'overallLimit', 'defaultLimit', 'offset']);

export const parameterizedSearch = defineOperation({
  name: 'Parameterized Search',
  method: 'GET',
  path: '/services/data/:version/parameterizedSearch',
  evidence: ['documented'],
  source: 'REST API guide, Search with Parameters in the URI',
  handle(context) {
    const { query } = context.request;
    const names = query.getAll('sobject').flatMap((value) => value.split(','));
    const own = new Map(names.map((name) => [name.toLowerCase(), name]));
    for (const key of query.keys()) {
      const [object = '', member = ''] = key.split('.');
      const isOwn = own.has(object.toLowerCase()) && ['fields', 'limit', 'where', 'orderBy'].includes(member);
      if (!GLOBAL.has(key) && !isOwn) throw new NotEmulatedError(`the parameter ${key}`);
    }
    const sobjects = names.map((name): SearchedObjectParameters => {
      const member = (what: string): string | undefined => query.get(`${name}.${what}`) ?? undefined;
      return {
        name,
        fields: member('fields')?.split(','),
        limit: member('limit'),
        where: member('where'),
        orderBy: member('orderBy'),
      };
    });
    const { search, sosl } = toSearch({
      q: query.get('q') ?? undefined,
      in: query.get('in') ?? undefined,
      fields: query.get('fields')?.split(','),
      overallLimit: query.get('overallLimit') ?? undefined,
      defaultLimit: query.get('defaultLimit') ?? undefined,
      offset: query.get('offset') ?? undefined,
      sobjects,
    });
    return answerSearch(context, search, sosl);
  },
});
