import type { ServerResponse } from 'node:http';
import type { OperationResponse } from '../operations/operation.ts';

const HEADERS = {
  'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Encoding',
};

/** Source: response headers recorded by Nango's integration templates (2026-05) and sf-fx-runtime-nodejs (2021). */
export function sendResponse(
  response: ServerResponse,
  { status, headers = {}, body }: OperationResponse,
  further: Readonly<Record<string, string>> = {},
): void {
  const bytes = toBytes(body);
  response.writeHead(status, {
    ...HEADERS,
    ...further,
    ...(body !== undefined && !isRaw(body) && { 'Content-Type': 'application/json;charset=UTF-8' }),
    ...headers,
    ...(bytes && { 'Content-Length': bytes.byteLength }),
  });
  response.end(bytes);
}

function isRaw(body: unknown): body is string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function toBytes(body: unknown): Uint8Array | undefined {
  if (body === undefined) return undefined;
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
}
