import { layoutStore } from '../../layouts/layout-store.ts';
import type { Org } from '../../org/org.ts';
import { validationRuleStore } from '../../rules/validation-rule-store.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { profileExtras } from '../profiles/profile-extras.ts';

/** Columns that name an object. */
const OBJECTS = [
  ['RecordType', 'SobjectType'],
  ['ObjectPermissions', 'SobjectType'],
  ['FieldPermissions', 'SobjectType'],
  ['__recent_item', 'object'],
  ['__permissioned', 'name'],
] as const;

/** Columns that name a field, as `Object.Field`. */
const FIELDS = [
  ['FieldPermissions', 'Field'],
  ['__permissioned', 'name'],
  ['__auto_number', 'name'],
] as const;

/** A custom object with its records, ids and parts, and what users may do with it; relationships keep their names. */
export function renameObject(org: Org, from: string, to: string): void {
  if (!org.schema.object(from)?.custom) throw new NotEmulatedError(`renaming ${from}, a standard object`);
  org.access.keepProfiles();
  org.schema.renameObject(from, to);
  layoutStore(org).renameObject(from, to);
  validationRuleStore(org).renameObject(from, to);
  profileExtras(org).renameTab(from, to);
  for (const [table, column] of OBJECTS) {
    org.statements.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE "${column}" = ?`).run(to, from);
  }
  for (const [table, column] of FIELDS) {
    org.statements
      .prepare(`UPDATE "${table}" SET "${column}" = ? || substr("${column}", ?) WHERE substr("${column}", 1, ?) = ?`)
      .run(to, from.length + 1, from.length + 1, `${from}.`);
  }
}
