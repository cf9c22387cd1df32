import type { Org } from '../org/org.ts';
import type { OrgSession } from '../org/org-session.ts';
import type { Operation, OperationContext, OperationRequest, OperationResponse } from '../operations/operation.ts';
import { authenticate } from './authenticate.ts';
import { NotEmulatedError } from './not-emulated-error.ts';
import type { OperationRouter, RouteMatch } from './router.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';
import { toErrorResponse } from './to-error-response.ts';

export interface HandledRequest {
  readonly response: OperationResponse;
  readonly apiCall: boolean;
  readonly session: OrgSession | undefined;
}

export interface HandleRequestOptions {
  readonly org: Org;
  readonly router: OperationRouter;
  readonly request: Omit<OperationRequest, 'params' | 'body'>;
  /** Read only once the caller is known and may call. @throws SalesforceApiError */
  readonly body: () => unknown;
  /** Answers instead of the operation, as a fault does. */
  readonly instead?: OperationResponse | undefined;
  readonly unexpected: (error: unknown) => void;
}

/**
 * One request, in the order: route and API version (501, 404, 410), session (401), daily limit (403), body (400), then
 * the operation.
 */
export async function handleRequest(options: HandleRequestOptions): Promise<HandledRequest> {
  let session: OrgSession | undefined;
  let apiCall = false;
  try {
    const match = options.router.find(options.request.method, options.request.path);
    const { operation } = match;
    if (!operation.public) session = authenticate(options.org, options.request.headers['authorization']);
    if (countsAsApiCall(operation)) {
      if (options.instead === undefined || options.instead.status < 500) {
        if (!options.org.usage.spend()) throw limitExceeded();
        apiCall = true;
      }
    }
    if (options.instead) return { response: options.instead, apiCall, session };
    refuseNamespaceOption(options.request.headers['sforce-call-options']);
    const request: OperationRequest = { ...options.request, params: match.params, body: options.body() };
    const context = toContext(options, session, request);
    return { response: await operation.handle(context), apiCall, session };
  } catch (error) {
    if (options.instead) return { response: options.instead, apiCall, session };
    const response = toErrorResponse(error);
    if (response) return { response, apiCall, session };
    options.unexpected(error);
    return { response: unexpectedResponse(), apiCall, session };
  }
}

function toContext(
  options: HandleRequestOptions,
  session: OrgSession | undefined,
  request: OperationRequest,
): OperationContext {
  return {
    org: options.org,
    session,
    request,
    dispatch(subrequest) {
      const match: RouteMatch = options.router.find(subrequest.method, subrequest.path);
      if (!match.operation.composable) {
        throw new NotEmulatedError(`${subrequest.method} ${subrequest.path} within ${request.path}`);
      }
      const response = match.operation.handle(toContext(options, session, { ...subrequest, params: match.params }));
      if (response instanceof Promise) throw new Error(`The operation ${match.operation.name} is not synchronous.`);
      return response;
    },
  };
}

/** `/services/data/v…` counts unless the operation says otherwise. Source: headers recorded by Nango's templates. */
export function countsAsApiCall(operation: Operation): boolean {
  return operation.countsAsApiCall ?? operation.path.startsWith('/services/data/:version');
}

function limitExceeded(): SalesforceApiError {
  return new SalesforceApiError({
    status: 403,
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
    message: 'TotalRequests Limit exceeded.',
  });
}

/** It would change what names mean; `client=` has no effect and is accepted. */
function refuseNamespaceOption(header: string | undefined): void {
  if (header !== undefined && /defaultNamespace/i.test(header)) {
    throw new NotEmulatedError('Sforce-Call-Options with defaultNamespace');
  }
}

function unexpectedResponse(): OperationResponse {
  return {
    status: 500,
    body: [
      {
        message: 'The emulator failed while it handled this request; its error is on its standard error output.',
        errorCode: 'UNKNOWN_EXCEPTION',
      },
    ],
  };
}
