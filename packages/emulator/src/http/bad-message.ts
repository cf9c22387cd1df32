import type { OperationResponse } from '../operations/operation.ts';
import { reasonPhrase } from './node-http.ts';

/**
 * A request that is broken, or too large, before it says what it wants.
 * Source: the text, which is Jetty's, in Stitch's documentation of its Salesforce integration (414, 431); that others of
 * its kind look the same is not verified.
 */
export function badMessage(status: number): OperationResponse & { readonly body: string } {
  return {
    status,
    headers: { 'Content-Type': 'text/html;charset=iso-8859-1' },
    body: `<h1>Bad Message ${status}</h1><pre>reason: ${REASONS[status] ?? reasonPhrase(status)}</pre>`,
  };
}

const REASONS: Readonly<Record<number, string>> = { 414: 'URI Too Long' };
