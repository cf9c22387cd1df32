import type { OperationRequest } from '../operations/operation.ts';

/**
 * A browser sent it from a page of another origin (another port of this machine is one). What no browser sent has neither
 * header and is from nobody's page. Browsers send `Origin` alone where the address is not a secure context.
 * Source: Fetch Metadata Request Headers, `Sec-Fetch-Site`; Fetch, `Origin`.
 */
export function isFromAnotherSite({ headers }: Pick<OperationRequest, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase();
}
