import { createHash } from 'node:crypto';
import type { OperationRequest, OperationResponse } from '../operations/operation.ts';
import { encodeEntities } from './encode-entities.ts';
import { withTag } from './with-tag.ts';

/**
 * A UI API answer: its texts HTML-encoded unless `X-Chatter-Entity-Encoding: false`, its own `eTag` member where it has
 * one, and an `ETag` header that `If-None-Match` is compared with (304). Source: UI API guide, "Best Practices for
 * Caching" and "HTML-encoded responses"; recorded picklist values whose labels hold `&amp;`. The header's exact text
 * without gzip is not verified; the tag of a gzipped answer (`…--gzip`) is taken as the same.
 */
export function answerUiApi(
  request: OperationRequest,
  body: Readonly<Record<string, unknown>>,
  status = 200,
): OperationResponse {
  const encoded = request.headers['x-chatter-entity-encoding']?.toLowerCase() === 'false' ? body : encodeEntities(body);
  const eTag = typeof body['eTag'] === 'string' ? body['eTag'] : tagOf(body);
  const headers = { ETag: `"${eTag}"` };
  if (request.method === 'GET' && isNamed(request.headers['if-none-match'], eTag)) return { status: 304, headers };
  return { status, headers, body: encoded };
}

/** The body with its `eTag`, in the alphabetical order of members that UI API has. */
export function tagged(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return withTag(body, tagOf(body));
}

function tagOf(body: unknown): string {
  return createHash('md5').update(JSON.stringify(body)).digest('hex');
}

function isNamed(header: string | undefined, eTag: string): boolean {
  if (header === undefined) return false;
  const names = header.split(',').map((name) => name.trim().replace(/^W\//, '').replaceAll('"', ''));
  return names.some((name) => name === '*' || name.replace(/--gzip$/, '') === eTag);
}
