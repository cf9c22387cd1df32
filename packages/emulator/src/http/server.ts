import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ArmedFaults, FaultAnswer } from '../faults/faults.ts';
import type { OperationResponse } from '../operations/operation.ts';
import type { Org } from '../org/org.ts';
import { handleRequest } from './handle-request.ts';
import { ListenError } from './listen-error.ts';
import { parseBody, readBody } from './read-body.ts';
import type { RequestLog } from './request-log.ts';
import type { OperationRouter } from './router.ts';
import { sendResponse } from './send-response.ts';
import { toErrorResponse } from './to-error-response.ts';

export interface ServerOptions {
  /** 0: a free port. */
  readonly port: number;
  readonly org: () => Org;
  readonly router: OperationRouter;
  readonly faults: ArmedFaults;
  readonly log: RequestLog;
  /** Handles `/__emulator/…`; answers undefined where it has nothing. */
  readonly control: (request: ControlRequest) => OperationResponse;
  /** A mistake of the emulator's own. */
  readonly unexpected: (error: unknown) => void;
}

export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly contentType: string | undefined;
  readonly text: string;
}

export interface RunningServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Listens on 127.0.0.1 only. @throws ListenError when the port is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const closing = new AbortController();
  const server = createServer((request, response) => {
    answer(request, response, options, closing.signal).catch((error: unknown) => {
      const clientLeft = request.destroyed && !request.complete;
      if (!clientLeft && !closing.signal.aborted) options.unexpected(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new ListenError({ port: options.port, cause })));
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      closing.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions,
  closing: AbortSignal,
): Promise<void> {
  const at = new Date();
  const method = request.method ?? 'GET';
  // The sf CLI asks for `//services/data/…` after a login with a trailing slash.
  const url = (request.url ?? '/').replace(/^\/+/, '/');
  const [path, query = ''] = splitOnce(url, '?');

  let text: string;
  try {
    text = await readBody(request);
  } catch (error) {
    const refused = toErrorResponse(error);
    if (!refused) throw error;
    sendResponse(response, refused, { Connection: 'close' });
    return;
  }
  if (path === '/__emulator' || path.startsWith('/__emulator/')) {
    sendResponse(response, options.control({ method, path, contentType: request.headers['content-type'], text }));
    return;
  }

  const faults = options.faults.take({ method, url });
  if (faults.delayMilliseconds > 0) await delay(faults.delayMilliseconds, undefined, { signal: closing });
  const org = options.org();
  const handled = await handleRequest({
    org,
    router: options.router,
    request: { method, path, query: new URLSearchParams(query), headers: toHeaders(request) },
    body: () => parseBody(text, request.headers['content-type']),
    instead: faults.answer && toResponse(faults.answer),
    unexpected: options.unexpected,
  });
  const { subrequests, ...sent } = handled.response;
  options.log.add({
    at,
    method,
    path,
    query,
    status: sent.status,
    apiCall: handled.apiCall,
    dropped: faults.drop,
    ...(handled.session && { userId: handled.session.userId }),
    ...(subrequests !== undefined && { subrequests }),
  });
  if (faults.drop) {
    request.socket.destroy();
    return;
  }
  const usage = handled.apiCall && { 'Sforce-Limit-Info': `api-usage=${org.usage.used()}/${org.usage.limit}` };
  sendResponse(response, sent, usage || {});
}

function toHeaders(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

function toResponse({ status, body }: FaultAnswer): OperationResponse {
  return { status, body, ...(typeof body === 'string' && { headers: { 'Content-Type': 'text/html;charset=UTF-8' } }) };
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
