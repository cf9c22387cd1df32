import { objectOf } from './sobjects/sobject-request.ts';
import type { Operation } from './operation.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';

const PARENT = '/services/data/:version/';
const RECORD_ID = ':id(^[a-zA-Z0-9]{15}$|^[a-zA-Z0-9]{18}$)';

/**
 * What each resource of the data API takes, in the order in which Salesforce names it. Source: the guides' HTTP methods of
 * each resource. Lists in error bodies of clients: `HEAD,GET,POST` of an object (omniphx/forrest issues 59, 181 and 191),
 * `HEAD,GET,PATCH,DELETE` of a record (simple-salesforce issues 157 and 412, forcejs, salesforce.stackexchange.com 13294),
 * `HEAD,GET` of an invocable action, `POST` of a resource that only takes that, `DELETE,GET,HEAD,PUT` of the Connect family,
 * to which the UI API belongs. That the same order holds for the others is not verified.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  limits: 'HEAD,GET',
  'limits/recordCount': 'HEAD,GET',
  recent: 'HEAD,GET',
  query: 'HEAD,GET',
  'query/:locator': 'HEAD,GET',
  queryAll: 'HEAD,GET',
  search: 'HEAD,GET',
  parameterizedSearch: 'HEAD,GET,POST',
  sobjects: 'HEAD,GET',
  'sobjects/:object': 'HEAD,GET,POST',
  'sobjects/:object/describe': 'HEAD,GET',
  'sobjects/:object/describe/layouts': 'HEAD,GET',
  'sobjects/:object/describe/layouts/:recordTypeId': 'HEAD,GET',
  'sobjects/:object/updated': 'HEAD,GET',
  'sobjects/:object/deleted': 'HEAD,GET',
  [`sobjects/:object/${RECORD_ID}`]: 'HEAD,GET,PATCH,DELETE',
  'sobjects/:object/:field/:value': 'HEAD,GET,POST,PATCH,DELETE',
  composite: 'HEAD,GET,POST',
  'composite/batch': 'POST',
  'composite/graph': 'POST',
  'composite/tree/:object': 'POST',
  'composite/sobjects': 'HEAD,GET,POST,PATCH,DELETE',
  'composite/sobjects/:object': 'HEAD,GET,POST',
  'composite/sobjects/:object/:field': 'PATCH',
  'jobs/ingest': 'HEAD,GET,POST',
  'jobs/ingest/:job': 'HEAD,GET,PATCH,DELETE',
  'jobs/ingest/:job/batches': 'PUT',
  'jobs/ingest/:job/successfulResults': 'HEAD,GET',
  'jobs/ingest/:job/failedResults': 'HEAD,GET',
  'jobs/ingest/:job/unprocessedrecords': 'HEAD,GET',
  'jobs/ingest/:job/unprocessedRecords': 'HEAD,GET',
  'jobs/query': 'HEAD,GET,POST',
  'jobs/query/:job': 'HEAD,GET,PATCH,DELETE',
  'jobs/query/:job/results': 'HEAD,GET',
  'jobs/query/:job/resultPages': 'HEAD,GET',
  'ui-api/object-info': 'GET,HEAD',
  'ui-api/object-info/:object': 'GET,HEAD',
  'ui-api/object-info/batch/:objects': 'GET,HEAD',
  'ui-api/object-info/:object/picklist-values/:recordTypeId': 'GET,HEAD',
  'ui-api/object-info/:object/picklist-values/:recordTypeId/:field': 'GET,HEAD',
  'ui-api/layout/:object': 'GET,HEAD',
  'ui-api/record-defaults/create/:object': 'GET,HEAD',
  'metadata/deployRequest': 'POST',
  'metadata/deployRequest/:id': 'HEAD,GET,PATCH',
  'tooling/query': 'HEAD,GET',
  'tooling/query/:locator': 'HEAD,GET',
  'tooling/sobjects': 'HEAD,GET',
  'tooling/sobjects/:object': 'HEAD,GET,POST',
  'tooling/sobjects/:object/describe': 'HEAD,GET',
  'tooling/sobjects/:object/:id': 'HEAD,GET,PATCH,DELETE',
};

const METHODS = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** One for each method that a resource does not take: refuses with 405, as a call that counts. */
export function refusedMethods(operations: readonly Operation[]): readonly Operation[] {
  const composable = new Set(operations.filter((operation) => operation.composable).map(({ path }) => path));
  return Object.entries(ALLOWED).flatMap(([resource, allowed]) => {
    const names = allowed.split(',');
    const path = PARENT + resource;
    return METHODS.filter((method) => !names.includes(method)).map((method) =>
      refuse({ method, path, allowed, composable: composable.has(path.replace(RECORD_ID, ':id')) }),
    );
  });
}

function refuse({ method, path, allowed, composable }: Pick<Operation, 'method' | 'path'> & Refusal): Operation {
  return {
    name: `Method not allowed: ${method}`,
    method,
    path,
    composable,
    evidence: ['documented', 'practitioner', 'unverified'],
    source: 'error bodies of clients, see ALLOWED',
    handle(context) {
      if (path.startsWith(`${PARENT}sobjects/:object`)) objectOf(context);
      throw new SalesforceApiError({
        status: 405,
        errorCode: 'METHOD_NOT_ALLOWED',
        message: `HTTP Method '${method}' not allowed. Allowed are ${allowed}`,
        codeFirst: true,
      });
    },
  };
}

interface Refusal {
  readonly allowed: string;
  readonly composable: boolean;
}
