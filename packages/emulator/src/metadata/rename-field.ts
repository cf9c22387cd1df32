import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { Org } from '../org/org.ts';
import { splitPartName } from './part-name.ts';

/** A custom field with its values, and what users may do with it. @throws NotEmulatedError for lookups and what is numbered or computed */
export function renameField(org: Org, from: string, to: string): void {
  const { object, name } = splitPartName(from);
  const field = org.schema.field(object, name);
  if (!field || field.referenceTo !== undefined || field.autoNumber || field.calculated) {
    throw new NotEmulatedError(`renaming ${from}: a lookup, or a field that is numbered or computed`);
  }
  org.schema.renameField(object, name, splitPartName(to).name);
  org.statements.prepare('UPDATE "FieldPermissions" SET "Field" = ? WHERE "Field" = ?').run(to, from);
}
