import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { defineOperation, type Operation } from '../operation.ts';
import { objectOf } from './sobject-request.ts';

const OBJECT = { path: '/services/data/:version/sobjects/:object', allowed: 'HEAD,GET,POST' } as const;
const RECORD = {
  path: '/services/data/:version/sobjects/:object/:id(^[a-zA-Z0-9]{15}$|^[a-zA-Z0-9]{18}$)',
  allowed: 'HEAD,GET,PATCH,DELETE',
} as const;

export const patchObject = methodNotAllowed('PATCH', OBJECT);
export const putObject = methodNotAllowed('PUT', OBJECT);
export const deleteObject = methodNotAllowed('DELETE', OBJECT);
export const postRecord = methodNotAllowed('POST', RECORD);
export const putRecord = methodNotAllowed('PUT', RECORD);

/** @param resource its path, and the methods it allows in Salesforce's order */
function methodNotAllowed(
  method: Operation['method'],
  { path, allowed }: { readonly path: string; readonly allowed: string },
): Operation {
  return defineOperation({
    name: `Method not allowed: ${method}`,
    method,
    path,
    evidence: ['practitioner'],
    source:
      'error bodies in omniphx/forrest issues 59, 181 and 191, simple-salesforce issues 157 and 412, and of forcejs',
    composable: true,
    handle(context) {
      objectOf(context);
      throw new SalesforceApiError({
        status: 405,
        errorCode: 'METHOD_NOT_ALLOWED',
        message: `HTTP Method '${method}' not allowed. Allowed are ${allowed}`,
        codeFirst: true,
      });
    },
  });
}
