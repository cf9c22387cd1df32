import type { StoredRecord } from '../dml/stored-record.ts';
import { timestamp } from '../dml/write-row.ts';
import { OrgExistsError } from '../host/org-exists-error.ts';
import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import type { Org } from '../org/org.ts';
import { toShortId } from '../org/record-id.ts';
import { insertToolingRow, toDml, type ToolingContext } from '../tooling/tooling-context.ts';

/**
 * Copies the org into a sandbox at once: its process is `Completed` when this returns.
 * Source: Tooling API Object Reference, SandboxInfo and SandboxProcess; the queries of @salesforce/core.
 *
 * @returns the id of the SandboxInfo, `0GQ…`
 */
export function createSandbox(context: ToolingContext, values: StoredRecord): string {
  const { org } = context;
  const name = String(values['SandboxName']);
  const LicenseType = values['LicenseType'] ?? 'DEVELOPER';
  const sandbox = copy(org, name, LicenseType === 'FULL');
  const now = timestamp(toDml(context));
  return org.transaction(() => {
    const id = insertToolingRow(context, 'SandboxInfo', { ...values, LicenseType });
    insertToolingRow(context, 'SandboxProcess', {
      Status: 'Completed',
      SandboxName: name,
      SandboxInfoId: id,
      LicenseType,
      CopyProgress: 100,
      SandboxOrganization: toShortId(sandbox.id),
      StartDate: now,
      EndDate: now,
      Description: values['Description'] ?? null,
      SourceId: values['SourceId'] ?? null,
    });
    return id;
  });
}

/** Not in a transaction: SQLite copies no database that is being written. */
function copy(org: Org, name: string, withRecords: boolean): Org {
  try {
    return org.host().copyToSandbox(org, { name, withRecords }).org;
  } catch (error) {
    if (!(error instanceof OrgExistsError)) throw error;
    throw nameTaken(name);
  }
}

/** The text is not verified. */
function nameTaken(name: string): SalesforceApiError {
  return new SalesforceApiError({
    status: 400,
    errorCode: 'DUPLICATE_VALUE',
    message: `A sandbox with the name ${name} already exists.`,
    fields: ['SandboxName'],
  });
}
