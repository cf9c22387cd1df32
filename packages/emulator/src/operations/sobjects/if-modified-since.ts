import { createHash } from 'node:crypto';
import type { OperationContext, OperationResponse } from '../operation.ts';
import { toHttpDate } from './http-date.ts';

/**
 * A description of the schema with `ETag` and `Last-Modified`; 304 when neither it nor anybody's permissions have
 * changed since the time that the client names. Source: headers recorded by Nango's integration templates, 2026-05; REST API guide, Conditional Requests.
 */
export function answerUnlessUnmodified(
  { org, access, request }: OperationContext,
  body: () => unknown,
): OperationResponse {
  const modifiedAt = org.access.modifiedAt();
  modifiedAt.setUTCMilliseconds(0);
  const headers = {
    ETag: `"${tagOf(request.path, access?.version ?? '', modifiedAt)}"`,
    'Last-Modified': toHttpDate(modifiedAt),
  };
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  if (modifiedAt.getTime() <= since) return { status: 304, headers };
  return { status: 200, headers, body: body() };
}

function tagOf(path: string, version: string, modifiedAt: Date): string {
  return createHash('sha1').update(`${path} ${version} ${modifiedAt.toISOString()}`).digest('hex').slice(0, 8);
}
