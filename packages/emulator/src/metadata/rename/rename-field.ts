import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { layoutStore } from '../../layouts/layout-store.ts';
import type { Org } from '../../org/org.ts';
import { splitPartName } from '../part-name.ts';
import { recordTypePicklists } from '../record-type-picklists.ts';

/** A custom field with its values, its place on layouts and in record types, and what users may do with it. */
export function renameField(org: Org, fullName: string, toFullName: string): void {
  const { object, name: from } = splitPartName(fullName);
  const { name: to } = splitPartName(toFullName);
  if (!org.schema.field(object, from)) throw new NotEmulatedError(`renaming ${fullName}, which the org has no more`);
  org.access.keepProfiles();
  org.schema.renameField(object, from, to);
  layoutStore(org).renameField(object, from, to);
  recordTypePicklists(org).renameField(object, from, to);
  for (const [table, column] of [
    ['FieldPermissions', 'Field'],
    ['__permissioned', 'name'],
    ['__auto_number', 'name'],
  ]) {
    org.statements.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE "${column}" = ?`).run(toFullName, fullName);
  }
}
