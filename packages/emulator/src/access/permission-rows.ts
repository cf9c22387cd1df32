import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';

/** The permissions of one permission set, as rows; null: none. */
export interface PermissionRows {
  /** Values of ObjectPermissions by object. */
  readonly objects: ReadonlyMap<string, StoredRecord | null>;
  /** Values of FieldPermissions by `Object.Field`. */
  readonly fields: ReadonlyMap<string, StoredRecord | null>;
}

export interface SavePermissionRowsOptions {
  /** What is not named stays as it is. @default false: it is taken away */
  readonly overlay?: boolean;
}

/** Makes these the permissions of the permission set; rows that stay keep their ids. */
export function savePermissionRows(
  org: Org,
  permissionSetId: string,
  { objects, fields }: PermissionRows,
  { overlay = false }: SavePermissionRowsOptions = {},
): void {
  const at = org.clock();
  at.setUTCMilliseconds(0);
  const SystemModstamp = at.toISOString();
  const userId = org.statements
    .prepare('SELECT "CreatedById" AS id FROM "PermissionSet" WHERE "Id" = ?')
    .get(permissionSetId)?.['id'];
  const by = typeof userId === 'string' ? userId : null;
  const changed = { LastModifiedDate: SystemModstamp, LastModifiedById: by, SystemModstamp };
  const created = { ...changed, CreatedDate: SystemModstamp, CreatedById: by };

  for (const [object, key, values, audit] of [
    ['ObjectPermissions', 'SobjectType', objects, { changed, created }],
    ['FieldPermissions', 'Field', fields, { changed: { SystemModstamp }, created: { SystemModstamp } }],
  ] as const) {
    const rows = org.statements
      .prepare(`SELECT "Id" AS id, "${key}" AS key FROM "${object}" WHERE "ParentId" = ?`)
      .all(permissionSetId);
    const known = new Map(rows.map((row) => [String(row['key']).toLowerCase(), String(row['id'])]));
    const others = new Set(overlay ? [] : known.values());
    for (const [name, value] of values) {
      const id = known.get(name.toLowerCase());
      if (value === null) {
        if (id !== undefined) others.add(id);
        continue;
      }
      if (id !== undefined) {
        others.delete(id);
        org.records.update(object, id, { ...value, ...audit.changed });
        continue;
      }
      org.records.insert(object, {
        Id: org.recordIds.allocate(object === 'ObjectPermissions' ? '110' : '01k'),
        ParentId: permissionSetId,
        ...(object === 'FieldPermissions' && { SobjectType: name.split('.')[0] ?? '' }),
        [key]: name,
        ...value,
        ...audit.created,
      });
    }
    for (const id of others) org.records.remove(object, id);
  }
}

/** Takes a permission set away, with its permissions and assignments. */
export function removePermissionRows(org: Org, permissionSetId: string): void {
  for (const object of ['ObjectPermissions', 'FieldPermissions']) {
    org.statements.prepare(`DELETE FROM "${object}" WHERE "ParentId" = ?`).run(permissionSetId);
  }
  org.statements.prepare('DELETE FROM "PermissionSetAssignment" WHERE "PermissionSetId" = ?').run(permissionSetId);
  org.statements.prepare('DELETE FROM __record_type_visibility WHERE permission_set_id = ?').run(permissionSetId);
  org.statements.prepare('DELETE FROM "PermissionSet" WHERE "Id" = ?').run(permissionSetId);
}
