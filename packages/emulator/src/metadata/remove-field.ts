import type { Org } from '../org/org.ts';
import { brokenRule } from '../rules/broken-rule.ts';
import { MetadataError } from './metadata-error.ts';
import { splitPartName } from './part-name.ts';

/** Columns that name a field, as `Object.Field`: a later field of the same name is another one. */
const FIELDS = [
  ['FieldPermissions', 'Field'],
  ['__permissioned', 'name'],
  ['__auto_number', 'name'],
] as const;

/** A custom field, and every value of it. @throws MetadataError when a rule needs it */
export function removeField(org: Org, fullName: string): void {
  const { object, name } = splitPartName(fullName);
  org.schema.removeField(object, name);
  for (const [table, column] of FIELDS) {
    org.statements.prepare(`DELETE FROM "${table}" WHERE "${column}" = ?`).run(fullName);
  }
  const rule = brokenRule(org);
  if (rule !== undefined) throw new MetadataError({ file: fullName, problem: `${rule} refers to it` });
}
