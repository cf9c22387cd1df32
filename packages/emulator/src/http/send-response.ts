import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { deflateSync, gzipSync } from 'node:zlib';
import type { OperationResponse } from '../operations/operation.ts';
import { endInTurn } from './turns.ts';

/** Smaller answers are sent as they are. From which size Salesforce compresses is not known. */
const COMPRESSED_FROM_BYTES = 2048;

export interface SendResponseOptions {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: OperationResponse;
  /** Sent in addition, e.g. `Sforce-Limit-Info`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Sends an answer, compressed where the client takes that.
 * Source: response headers recorded by Nango's integration templates (2026-05) and sf-fx-runtime-nodejs (2021); REST API
 * guide, Compression. How long a request id is in Salesforce is not verified.
 */
export function sendResponse({ request, response, answer, headers }: SendResponseOptions): void {
  const { body } = answer;
  const requestId = randomUUID().replaceAll('-', '');
  const out: OutgoingHttpHeaders = {
    Server: 'sfdcedge',
    'X-SFDC-Request-Id': requestId,
    'X-Request-Id': requestId,
    'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  };
  if (body !== undefined && !isRaw(body)) out['Content-Type'] = 'application/json;charset=UTF-8';
  if (headers) Object.assign(out, headers);
  if (answer.headers) Object.assign(out, answer.headers);
  if (body === undefined) {
    endInTurn(response.writeHead(answer.status, out));
    return;
  }
  const plain = isRaw(body) ? body : JSON.stringify(body);
  const packed = packedFor(request, plain, out);
  out['Content-Length'] = typeof packed === 'string' ? Buffer.byteLength(packed) : packed.byteLength;
  response.writeHead(answer.status, out);
  // A text goes out in one write with its headers. To a HEAD, Node sends the headers alone.
  endInTurn(response, packed);
}

function packedFor(
  request: IncomingMessage,
  body: string | Uint8Array,
  headers: OutgoingHttpHeaders,
): string | Uint8Array {
  const accepted = request.headers['accept-encoding'];
  if (accepted === undefined || body.length < COMPRESSED_FROM_BYTES) return body;
  const encoding = /\bgzip\b/i.test(accepted) ? 'gzip' : /\bdeflate\b/i.test(accepted) ? 'deflate' : undefined;
  if (encoding === undefined) return body;
  headers['Content-Encoding'] = encoding;
  return encoding === 'gzip' ? gzipSync(body, { level: 1 }) : deflateSync(body, { level: 1 });
}

function isRaw(body: unknown): body is string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array;
}
