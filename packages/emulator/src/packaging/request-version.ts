import type { StoredRecord } from '../dml/stored-record.ts';
import { insertToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { packagingJobs } from './requests/packaging-jobs.ts';

export interface RequestVersionOptions {
  /** The fields of the request that were given. */
  readonly request: StoredRecord;
  readonly versionInfo: Uint8Array;
}

/**
 * Asks for a version of a package. Its `InstallKey` is null for everybody who asks.
 * Source: Tooling API Object Reference, Package2VersionCreateRequest.
 *
 * @returns the id of the request, `08c…`
 */
export function requestVersion(context: ToolingContext, { request, versionInfo }: RequestVersionOptions): string {
  const installKey = typeof request['InstallKey'] === 'string' ? request['InstallKey'] : undefined;
  const id = insertToolingRow(context, 'Package2VersionCreateRequest', {
    ...request,
    InstallKey: null,
    IsPasswordProtected: Number(installKey !== undefined),
    Status: 'Queued',
  });
  packagingJobs(context.org).add({ id, versionInfo, installKey });
  return id;
}
