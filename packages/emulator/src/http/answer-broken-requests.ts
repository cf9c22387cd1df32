import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { badMessage } from './bad-message.ts';
import { reasonPhrase } from './node-http.ts';

/** What `node:http` calls a request that came too slowly, or is too large; all else is no HTTP. */
const STATUSES: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/** How long a client that still sends may read the answer. */
const LINGER_MILLISECONDS = 200;

/**
 * Answers what never becomes a request: no HTTP, contradictory lengths, bad chunks, too slow. A request before it on the
 * same connection is answered first; one that it is a part of is never handled.
 */
export function answerBrokenRequests(server: Server): void {
  const latest = new WeakMap<Duplex, { readonly request: IncomingMessage; readonly response: ServerResponse }>();
  server.on('request', (request, response) => latest.set(request.socket, { request, response }));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = STATUSES[error.code ?? ''] ?? 400;
    const before = latest.get(socket);
    if (before?.request.complete && !before.response.writableFinished && !before.response.destroyed) {
      before.response.once('close', () => refuse(socket, status));
    } else if (before && !before.request.complete && before.response.headersSent) {
      socket.destroy();
    } else refuse(socket, status);
  });
  server.on('connect', (_, socket) => refuse(socket, 400));
}

function refuse(socket: Duplex, status: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const { body, headers } = badMessage(status);
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${reasonPhrase(status)}\r\nConnection: close\r\n` +
      `Content-Type: ${headers?.['Content-Type'] ?? ''}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  setTimeout(() => socket.destroy(), LINGER_MILLISECONDS).unref();
}
