import type { StoredRecord } from '../dml/stored-record.ts';
import type { Org } from '../org/org.ts';

/** The permissions of one permission set, as rows. */
export interface PermissionRows {
  /** Values of ObjectPermissions by object. */
  readonly objects: ReadonlyMap<string, StoredRecord>;
  /** Values of FieldPermissions by `Object.Field`. */
  readonly fields: ReadonlyMap<string, StoredRecord>;
}

/** Makes these the only ones; rows that stay keep their ids. */
export function savePermissionRows(org: Org, permissionSetId: string, { objects, fields }: PermissionRows): void {
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
    for (const [name, value] of values) {
      const id = known.get(name.toLowerCase());
      known.delete(name.toLowerCase());
      if (id !== undefined) {
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
    for (const id of known.values()) org.records.remove(object, id);
  }
}
