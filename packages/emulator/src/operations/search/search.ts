import { parseSearch } from '../../sosl/parse-search.ts';
import { defineOperation } from '../operation.ts';
import { answerSearch } from './answer-search.ts';

export const search = defineOperation({
  name: 'Search',
  method: 'GET',
  path: '/services/data/:version/search',
  evidence: ['documented', 'practitioner', 'unverified'],
  source:
    'REST API guide, Search for a String; SOQL and SOSL Reference, SOSL; INVALID_SEARCH from logs of clients; texts of ' +
    'MALFORMED_SEARCH are not verified',
  handle(context) {
    const sosl = context.request.query.get('q') ?? '';
    return answerSearch(context, parseSearch(sosl), sosl);
  },
});
