import type { StoredRecord } from '../dml/stored-record.ts';
import { insertToolingRow, updateToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { uninstallPackage } from './uninstall-package.ts';

/** Uninstalls a package; the request has ended when this returns. @returns its id, `06y…` */
export function requestUninstall(context: ToolingContext, values: StoredRecord): string {
  const id = insertToolingRow(context, 'SubscriberPackageVersionUninstallRequest', { ...values, Status: 'InProgress' });
  const errors = uninstallPackage(context, String(values['SubscriberPackageVersionId']));
  for (const Message of errors) {
    insertToolingRow(context, 'PackageVersionUninstallRequestError', { ParentRequestId: id, Message });
  }
  const Status = errors.length > 0 ? 'Error' : 'Success';
  updateToolingRow(context, 'SubscriberPackageVersionUninstallRequest', id, { Status });
  return id;
}
