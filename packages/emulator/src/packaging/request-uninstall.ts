import type { StoredRecord } from '../dml/stored-record.ts';
import { insertToolingRow, type ToolingContext } from '../tooling/tooling-context.ts';
import { packagingJobs } from './requests/packaging-jobs.ts';

/** Asks for an uninstallation. @returns the id of the request, `06y…` */
export function requestUninstall(context: ToolingContext, values: StoredRecord): string {
  const id = insertToolingRow(context, 'SubscriberPackageVersionUninstallRequest', { ...values, Status: 'Queued' });
  packagingJobs(context.org).add({ id });
  return id;
}
