import { NotEmulatedError } from '../http/not-emulated-error.ts';
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
 * @throws NotEmulatedError for dependencies that the Dev Hub is to find out, and for a version that can be downloaded
 */
export function requestVersion(context: ToolingContext, { request, versionInfo }: RequestVersionOptions): string {
  if (request['CalcTransitiveDependencies'] === 1) throw new NotEmulatedError('calculated transitive dependencies');
  if (request['IsDevUsePkgZipRequested'] === 1) throw new NotEmulatedError('a package version to be downloaded');
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
