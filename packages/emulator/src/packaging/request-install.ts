import type { StoredRecord } from '../dml/stored-record.ts';
import { insertToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { packagingJobs } from './requests/packaging-jobs.ts';

/**
 * Asks for an installation as a PackageInstallRequest does. The installation key is not kept in the row: that `Password`
 * is null when it is read is not verified, as it is documented of `Package2VersionCreateRequest.InstallKey`.
 *
 * @param profileIds who gets access, where `SecurityType` is `Custom`
 * @returns the id of the request, `0Hf…`
 */
export function requestInstall(context: ToolingContext, values: StoredRecord, profileIds?: readonly string[]): string {
  const id = insertToolingRow(context, 'PackageInstallRequest', { ...values, Password: null, Status: 'IN_PROGRESS' });
  const password = values['Password'];
  // The CLI escapes it as for SOQL.
  const installKey = typeof password === 'string' ? password.replaceAll(/\\(.)/g, '$1') : undefined;
  packagingJobs(context.org).add({ id, installKey, profileIds });
  return id;
}
