import type { IncomingMessage } from 'node:http';
import type { OperationResponse } from '../operations/operation.ts';
import { badMessage } from './bad-message.ts';
import { badUri } from './bad-uri.ts';
import { toErrorResponse } from './to-error-response.ts';

/** Longest URI, and URI with headers, in bytes. Source: REST API guide, Status Codes and Error Responses. */
export const MAX_HEAD_BYTES = 16_384;

/** Why a request is answered before its body is read; undefined where nothing is wrong with its first part. */
export function refuseHead(request: IncomingMessage): OperationResponse | undefined {
  const { url = '/', rawHeaders } = request;
  // Node reads both as Latin-1: a character is a byte.
  let headerBytes = 0;
  for (const text of rawHeaders) headerBytes += text.length + 2;
  if (url.length > MAX_HEAD_BYTES) return badMessage(414);
  if (url.length + headerBytes > MAX_HEAD_BYTES) return badMessage(431);
  // A fragment is never sent, and other bytes than these are sent URL-encoded. Source: RFC 3986 and RFC 9112.
  return /[^\x21-\x7e]|#/.test(url) ? toErrorResponse(badUri(), { method: '', path: '' }) : undefined;
}
