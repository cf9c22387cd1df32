import type { FaultedRequest } from '../faults/fault-scope.ts';
import type { OrgHost } from '../host/org-host.ts';
import type { OperationRequest } from '../operations/operation.ts';
import { accessTokenOf } from './access-token-of.ts';
import { addressedOrg } from './addressed-org.ts';
import { meantRequest } from './request-options.ts';
import { NotEmulatedError } from './not-emulated-error.ts';
import type { OperationRouter, RouteMatch } from './router.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';

export interface ToFaultedRequestOptions {
  readonly host: OrgHost;
  readonly router: OperationRouter;
  readonly request: Omit<OperationRequest, 'params' | 'body'>;
  /** With query string. */
  readonly url: string;
  readonly bytes: Uint8Array;
}

/** What a fault can look at before the request is handled. Whether the request is any good does not matter to it. */
export function toFaultedRequest(options: ToFaultedRequestOptions): FaultedRequest {
  const { host, router, request, url, bytes } = options;
  const org = addressedOrg(host, request);
  const token = accessTokenOf(request.headers['authorization']);
  const match = findRoute(router, request);
  return {
    method: request.method,
    url,
    org,
    userId: token === undefined ? undefined : org.sessions.find(token)?.userId,
    operation: match?.operation.name,
    object: match?.params['object'],
    isRefresh: match?.operation.takes === 'form' && isRefresh(bytes),
  };
}

function findRoute(router: OperationRouter, request: ToFaultedRequestOptions['request']): RouteMatch | undefined {
  try {
    const { method, path } = meantRequest(request);
    return router.find(method, path);
  } catch (error) {
    // Such a request is refused when it is handled; a fault that names no operation may come before that.
    if (!(error instanceof NotEmulatedError) && !(error instanceof SalesforceApiError)) throw error;
    return undefined;
  }
}

function isRefresh(bytes: Uint8Array): boolean {
  return new URLSearchParams(Buffer.from(bytes).toString('utf8')).get('grant_type') === 'refresh_token';
}
