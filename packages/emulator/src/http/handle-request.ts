import type { FaultAnswer } from '../faults/fault.ts';
import type { FaultedRequest } from '../faults/fault-scope.ts';
import type { FaultEngine } from '../faults/faults.ts';
import type { OrgHost } from '../host/org-host.ts';
import type { Org } from '../org/org.ts';
import type { OrgSession } from '../org/org-session.ts';
import type {
  Dispatcher,
  Operation,
  OperationContext,
  OperationRequest,
  OperationResponse,
} from '../operations/operation.ts';
import { defaultNamespaceOf, withDefaultNamespace } from '../schema/with-default-namespace.ts';
import { addressedOrg } from './addressed-org.ts';
import { refuseWithoutApi } from '../access/refuse-without-api.ts';
import type { UserAccess } from '../access/user-access.ts';
import { authenticate, type Credentials } from './authenticate.ts';
import { callerAddress } from './caller-address.ts';
import { NotEmulatedError } from './not-emulated-error.ts';
import type { BodyKind } from './read-body.ts';
import type { OperationRouter, RouteMatch } from './router.ts';
import { meantRequest } from './request-options.ts';
import { SalesforceApiError } from './salesforce-api-error.ts';
import { toErrorResponse } from './to-error-response.ts';
import { schemaAt } from '../schema/schema-at.ts';

export interface HandledRequest {
  readonly response: OperationResponse;
  readonly apiCall: boolean;
  readonly session: OrgSession | undefined;
  /** The org that it was for. */
  readonly org: Org;
}

export interface HandleRequestOptions {
  readonly host: OrgHost;
  readonly router: OperationRouter;
  readonly request: Omit<OperationRequest, 'params' | 'body'>;
  /** Read only once the caller is known and may call. @throws SalesforceApiError */
  readonly body: (kind: BodyKind) => unknown;
  /** Answers instead of the operation, as a fault does. */
  readonly instead?: FaultAnswer | undefined;
  /** For the subrequests of composites and batches. */
  readonly faults: Pick<FaultEngine, 'isIdle' | 'takeForSubrequest'>;
  readonly unexpected: (error: unknown) => void;
}

/**
 * One request, in the order: route and API version (501, 404, 410), session (401), API Enabled (403), daily limit (403),
 * body (400), then the operation. That API Enabled comes before the limit, and costs no call, is not verified.
 */
export async function handleRequest(options: HandleRequestOptions): Promise<HandledRequest> {
  const org = addressedOrg(options.host, options.request);
  let session: OrgSession | undefined;
  let apiCall = false;
  const handled = (response: OperationResponse): HandledRequest => ({ response, apiCall, session, org });
  try {
    const meant = meantRequest(options.request);
    const match = options.router.find(meant.method, meant.path);
    const { operation } = match;
    if (!operation.public) session = authenticate(org, credentialsOf(options.request));
    const access = session && org.access.of(session.userId);
    if (access && operation.path.startsWith('/services/data/')) refuseWithoutApi(org, access);
    if (countsAsApiCall(operation)) {
      const { instead } = options;
      if (instead === undefined || (instead.counts ?? instead.status < 500)) {
        if (!org.usage.spend()) throw limitExceeded();
        apiCall = true;
      }
    }
    if (options.instead) return handled(toResponse(options.instead));
    const body = options.body(operation.takes ?? 'json');
    const request: OperationRequest = { ...meant, params: match.params, body };
    const context = toContext(options, { org, session, access }, request);
    const response = await operation.handle(context);
    for (let call = 1; call < (response.apiCalls ?? 1); call += 1) org.usage.spend();
    return handled(response);
  } catch (error) {
    if (options.instead) return handled(toResponse(options.instead));
    const response = toErrorResponse(error, options.request);
    if (response) return handled(response);
    options.unexpected(error);
    return handled(unexpectedResponse());
  }
}

function credentialsOf(request: HandleRequestOptions['request']): Credentials {
  return { authorization: request.headers['authorization'], ip: callerAddress(request) };
}

/** Where a request goes and who sent it. */
interface Caller {
  readonly org: Org;
  readonly session: OrgSession | undefined;
  /** As it was when the request came. */
  readonly access: UserAccess | undefined;
}

function toContext(options: HandleRequestOptions, caller: Caller, request: OperationRequest): OperationContext {
  const schema = caller.access?.schema ?? caller.org.schema;
  const namespace = defaultNamespaceOf(request.headers['sforce-call-options']);
  const version = versionOf(request);
  const seen = version === undefined ? schema : schemaAt(schema, version);
  return {
    ...caller,
    host: options.host,
    schema: namespace === undefined ? seen : withDefaultNamespace(seen, namespace),
    request,
    dispatch(subrequest, by = 'composite') {
      try {
        return runSubrequest(options, caller, subrequest, by);
      } catch (error) {
        if (!(error instanceof NotEmulatedError)) throw error;
        const { method, path } = subrequest;
        throw new NotEmulatedError(`${method} ${path} in it${error.what === '' ? '' : `: ${error.what}`}`);
      }
    },
  };
}

/** Of the path, e.g. 66 for `/services/data/v66.0/…`. */
function versionOf({ params }: OperationRequest): number | undefined {
  const [, number] = /^v?(\d+)\.0$/.exec(params['version'] ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}

function runSubrequest(
  options: HandleRequestOptions,
  caller: Caller,
  subrequest: Omit<OperationRequest, 'params'>,
  by: Dispatcher,
): OperationResponse {
  const meant = { ...meantRequest(subrequest), body: subrequest.body };
  const match: RouteMatch = options.router.find(meant.method, meant.path);
  const { composable = false, batchable = composable } = match.operation;
  if (!(by === 'batch' ? batchable : composable)) throw new NotEmulatedError(`not for a ${by}`);
  const { faults } = options;
  const instead = faults.isIdle() ? undefined : faults.takeForSubrequest(subject(caller, meant, match));
  if (instead) return toResponse(instead);
  // What an earlier subrequest wrote may have changed it.
  const access = caller.session && caller.org.access.of(caller.session.userId);
  const context = toContext(options, { ...caller, access }, { ...meant, params: match.params });
  const response = match.operation.handle({ ...context, dispatchedBy: by });
  if (response instanceof Promise) throw new Error(`The operation ${match.operation.name} is not synchronous.`);
  return response;
}

/** A subrequest, as a fault looks at it. */
function subject(
  { org, session }: Caller,
  { method, path, query }: Omit<OperationRequest, 'params'>,
  { operation, params }: RouteMatch,
): FaultedRequest {
  const url = query.size === 0 ? path : `${path}?${query.toString()}`;
  const { object } = params;
  return { org, userId: session?.userId, method, url, operation: operation.name, object, isRefresh: false };
}

function toResponse({ status, headers, body }: FaultAnswer): OperationResponse {
  const html = typeof body === 'string' && { 'Content-Type': 'text/html;charset=UTF-8' };
  return { status, body, headers: { ...html, ...headers } };
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
