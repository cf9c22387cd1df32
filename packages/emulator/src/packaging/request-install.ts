import type { StoredRecord } from '../dml/stored-record.ts';
import { insertToolingRow, updateToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { installPackage } from './install-package.ts';

/**
 * Installs a package as a PackageInstallRequest asks for it; it has ended when this returns.
 * Source: @salesforce/packaging, which polls `Status` and prints `Errors`.
 *
 * @returns the id of the request, `0Hf…`
 */
export function requestInstall(context: ToolingContext, values: StoredRecord): string {
  const id = insertToolingRow(context, 'PackageInstallRequest', { ...values, Password: null, Status: 'IN_PROGRESS' });
  const password = values['Password'];
  const errors = installPackage(context, {
    versionId: String(values['SubscriberPackageVersionKey']),
    // The CLI escapes it as for SOQL.
    installKey: typeof password === 'string' ? password.replaceAll(/\\(.)/g, '$1') : undefined,
  });
  const Errors = JSON.stringify({ errors: errors.map((message) => ({ message })) });
  const result = errors.length > 0 ? { Status: 'ERROR', Errors } : { Status: 'SUCCESS' };
  updateToolingRow(context, 'PackageInstallRequest', id, result);
  return id;
}
