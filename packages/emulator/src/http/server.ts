import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { driftBody } from '../faults/drift-body.ts';
import type { FaultEngine, TakenFaults } from '../faults/faults.ts';
import type { OperationRequest, OperationResponse } from '../operations/operation.ts';
import type { OrgHost } from '../host/org-host.ts';
import { namedLoginHost } from '../oauth/login-host.ts';
import type { LoginDoor, LoginHost } from '../oauth/login-host.ts';
import { answerBrokenRequests } from './answer-broken-requests.ts';
import { accessTokenOf } from './access-token-of.ts';
import { addressedOrg } from './addressed-org.ts';
import { handleRequest } from './handle-request.ts';
import { ListenError } from './listen-error.ts';
import { createServer } from './node-http.ts';
import { isDeclaredTooLarge, parseBody, readBody } from './read-body.ts';
import { MAX_HEAD_BYTES, refuseHead } from './refuse-head.ts';
import type { RequestLog } from './request-log.ts';
import { toRequestTarget } from './request-target.ts';
import { toServerTimeouts, type RequestTimeouts } from './request-timeouts.ts';
import type { OperationRouter } from './router.ts';
import { originOf, type ServerAddress } from './server-address.ts';
import { sendResponse } from './send-response.ts';
import { toErrorResponse } from './to-error-response.ts';
import { ownTurn } from './turns.ts';
import { toFaultedRequest, type ToFaultedRequestOptions } from './to-faulted-request.ts';

export interface ServerOptions {
  readonly at: ServerAddress;
  readonly timeouts: RequestTimeouts;
  /** 0: a free port. */
  readonly port: number;
  /** Further ports, one for each login host; 0: a free one. */
  readonly loginPorts: Readonly<Record<LoginDoor, number>>;
  readonly host: OrgHost;
  readonly router: OperationRouter;
  readonly faults: FaultEngine;
  readonly log: RequestLog;
  /** Handles `/__emulator/…`; answers undefined where it has nothing. */
  readonly control: (request: ControlRequest) => OperationResponse;
  /** A mistake of the emulator's own. */
  readonly unexpected: (error: unknown) => void;
}

export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly text: string;
}

export interface RunningServer {
  readonly port: number;
  readonly loginPorts: Readonly<Record<LoginDoor, number>>;
  readonly close: () => Promise<void>;
}

/** @throws ListenError when a port is taken, the address is none of this machine's, or certificate and key do not fit */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closing = new AbortController();
  const servers: Server[] = [];
  const open = async (port: number, door?: LoginDoor): Promise<number> => {
    const server = create(options, port, (request, response) => {
      const loginHost = door && { door, url: originOf(options.at, portOf(server)) };
      answer(request, response, { ...options, loginHost }, closing.signal).catch((error: unknown) => {
        const clientLeft = request.destroyed && !request.complete;
        if (!clientLeft && !closing.signal.aborted) options.unexpected(error);
        response.destroy();
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) => reject(new ListenError({ address: options.at.address, port, cause })));
      server.listen(port, options.at.address, resolve);
    });
    servers.push(server);
    return portOf(server);
  };
  const close = async (): Promise<void> => {
    closing.abort();
    await Promise.all(servers.map(closeServer));
  };

  try {
    const port = await open(options.port);
    const production = await open(options.loginPorts.production, 'production');
    const test = await open(options.loginPorts.test, 'test');
    return { port, loginPorts: { production, test }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function create({ at, timeouts }: ServerOptions, port: number, listener: RequestListener): Server {
  const { address, tls } = at;
  // More than Salesforce takes, so that its own limit can be answered as Salesforce does.
  const options = { maxHeaderSize: 16 * MAX_HEAD_BYTES, ...toServerTimeouts(timeouts) };
  if (tls === undefined) return prepare(createServer(options), listener);
  try {
    return prepare(process.getBuiltinModule('node:https').createServer({ ...options, ...tls }), listener);
  } catch (cause) {
    throw new ListenError({ address, port, cause });
  }
}

function prepare(server: Server, listener: RequestListener): Server {
  // Every header counts for the limit.
  server.maxHeadersCount = 0;
  answerBrokenRequests(server);
  server.on('request', listener);
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (!refuseHead(request) && !isDeclaredTooLarge(request)) response.writeContinue();
    server.emit('request', request, response);
  });
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions & { readonly loginHost: LoginHost | undefined },
  closing: AbortSignal,
): Promise<void> {
  const at = new Date();
  const method = request.method ?? 'GET';
  const { path, query, authority } = toRequestTarget(request.url ?? '/');
  const isControl = path === '/__emulator' || path.startsWith('/__emulator/');
  if (authority !== undefined) request.headers.host = authority;

  const refusedHead = isControl ? undefined : refuseHead(request);
  if (refusedHead) {
    const orgId = addressedOrg(options.host, { headers: toHeaders(request), query: new URLSearchParams() }).id;
    options.log.add({ at, method, path, query, status: refusedHead.status, apiCall: false, dropped: false, orgId });
    sendResponse({ request, response, answer: refusedHead, headers: { Connection: 'close' } });
    return;
  }
  let bytes: Uint8Array;
  try {
    const read = readBody(request);
    bytes = read instanceof Promise ? await read : read;
  } catch (error) {
    const refused = toErrorResponse(error, { method, path });
    if (!refused) throw error;
    sendResponse({ request, response, answer: refused, headers: { Connection: 'close' } });
    return;
  }
  const { 'content-type': contentType, 'content-encoding': contentEncoding } = request.headers;
  if (isControl) {
    const text = Buffer.from(bytes).toString('utf8');
    sendResponse({
      request,
      response,
      answer: options.control({ method, path, query: new URLSearchParams(query), contentType, text }),
    });
    return;
  }
  const headers = toHeaders(request);
  const loginHost = options.loginHost ?? namedLoginHost(request.headers.host);
  const asked = { method, path, query: new URLSearchParams(query), headers, loginHost };
  const faults = takeFaults(options, { request: asked, url: query === '' ? path : `${path}?${query}`, bytes });
  if (faults.delayMilliseconds > 0) await delay(faults.delayMilliseconds, undefined, { signal: closing });
  if (faults.drop === 'beforeCommit') {
    const orgId = addressedOrg(options.host, asked).id;
    options.log.add({ at, method, path, query, status: 0, apiCall: false, dropped: true, orgId });
    request.socket.destroy();
    return;
  }
  await ownTurn();
  const handled = await handleRequest({
    host: options.host,
    router: options.router,
    request: asked,
    body: (kind) => parseBody(bytes, { contentType, contentEncoding }, kind),
    instead: faults.answer,
    faults: options.faults,
    unexpected: options.unexpected,
  });
  const { subrequests, apiCalls = 1 } = handled.response;
  options.log.add({
    at,
    method,
    path,
    query,
    status: handled.response.status,
    apiCall: handled.apiCall,
    ...(handled.apiCall && apiCalls > 1 && { apiCalls }),
    dropped: faults.drop !== undefined,
    orgId: handled.org.id,
    ...(handled.session && { userId: handled.session.userId }),
    ...(subrequests !== undefined && { subrequests }),
  });
  if (faults.drop) {
    request.socket.destroy();
    return;
  }
  const { usage } = handled.org;
  const sentHeaders = {
    // The org's own time, which tests may have moved.
    Date: handled.org.clock().toUTCString(),
    ...(handled.apiCall && { 'Sforce-Limit-Info': `api-usage=${usage.used()}/${usage.limit}` }),
  };
  const answered = handled.response;
  const sent = faults.drift.length === 0 ? answered : { ...answered, body: driftBody(answered.body, faults.drift) };
  sendResponse({ request, response, answer: sent, headers: sentHeaders });
}

const NO_FAULTS: TakenFaults = {
  drop: undefined,
  answer: undefined,
  delayMilliseconds: 0,
  session: undefined,
  drift: [],
};

/** The faults that the request meets; sessions that they end are ended when this returns. */
function takeFaults(
  { host, router, faults }: ServerOptions,
  asked: Omit<ToFaultedRequestOptions, 'host' | 'router'>,
): TakenFaults {
  if (faults.isIdle()) return NO_FAULTS;
  const subject = toFaultedRequest({ host, router, ...asked });
  const taken = faults.take(subject);
  const token = accessTokenOf(asked.request.headers['authorization']);
  if (taken.session === 'expire' && token !== undefined) subject.org.sessions.expire(token);
  if (taken.session === 'kill' && subject.userId !== undefined) subject.org.sessions.expireAll(subject.userId);
  return taken;
}

/** Only `set-cookie` can come as a list, and requests have none. */
function toHeaders({ headers }: IncomingMessage): OperationRequest['headers'] {
  const { 'set-cookie': _, ...single } = headers;
  return single as OperationRequest['headers'];
}
