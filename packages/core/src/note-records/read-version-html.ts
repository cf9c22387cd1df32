import { z } from 'zod';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** A note has no frame around its text: what has one was written by a proxy or by an org that is down. */
const NO_PAGE = /^(?!\s*<(?:!doctype|html)[\s>])/i;

/**
 * The text of one version, which never changes. Binary data comes by itself: a composite refuses it. One API call.
 * Source: REST API guide, sObject Blob Get; Composite.
 */
export async function readVersionHtml(
  transport: OrgTransport,
  { noteId, versionId }: { noteId: string; versionId: string },
  options: RequestOptions & { readonly meter: CallMeter },
): Promise<{
  readonly html: string;
  /** When the org answered, by its own clock; undefined where it does not say. */
  readonly answeredAt: string | undefined;
}> {
  const answer = await transport.sendConditional({
    ...options,
    method: 'GET',
    path: `/sobjects/ContentVersion/${versionId}/VersionData`,
    headers: {},
    // An empty answer is read as no answer.
    answer: z.string().regex(NO_PAGE, 'expected the text of a note, not a page').nullish(),
    attempt: { verb: 'retrieve', object: 'ContentNote', recordId: noteId },
  });
  if (answer.unmodified) throw new TypeError('A request without a condition was answered with 304.');
  const date = Date.parse(answer.headers['date'] ?? '');
  return { html: answer.value ?? '', answeredAt: Number.isNaN(date) ? undefined : new Date(date).toISOString() };
}
