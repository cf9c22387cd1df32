import type { RecordStore } from '../dml/record-store.ts';
import type { RecordIds } from '../org/record-ids.ts';
import type { FieldDefinition } from '../schema/object-definition.ts';

/** What an object's records may be used for; editing more than that comes with `everyRecord`. */
export interface ObjectGrant {
  readonly parentId: string;
  readonly object: string;
  readonly access: 'read' | 'edit' | 'all';
  /** View All and Modify All. */
  readonly everyRecord: boolean;
  readonly audit: PermissionAudit;
}

export interface PermissionAudit {
  /** Whole seconds, ISO 8601. */
  readonly at: string;
  readonly userId: string | null;
}

interface Rows {
  readonly records: RecordStore;
  readonly recordIds: RecordIds;
}

/** A row of ObjectPermissions of a permission set that has none for the object. */
export function insertObjectPermissions({ records, recordIds }: Rows, grant: ObjectGrant): void {
  const { parentId, object, access, everyRecord, audit } = grant;
  records.insert('ObjectPermissions', {
    Id: recordIds.allocate('110'),
    ParentId: parentId,
    SobjectType: object,
    PermissionsRead: 1,
    PermissionsCreate: Number(access !== 'read'),
    PermissionsEdit: Number(access !== 'read'),
    PermissionsDelete: Number(access === 'all'),
    PermissionsViewAllRecords: Number(everyRecord),
    PermissionsModifyAllRecords: Number(everyRecord),
    PermissionsViewAllFields: 0,
    CreatedDate: audit.at,
    CreatedById: audit.userId,
    LastModifiedDate: audit.at,
    LastModifiedById: audit.userId,
    SystemModstamp: audit.at,
  });
}

export interface FieldGrant {
  readonly parentId: string;
  readonly object: string;
  readonly field: FieldDefinition;
  readonly access: 'read' | 'edit' | 'all';
  readonly audit: Pick<PermissionAudit, 'at'>;
}

/** A row of FieldPermissions of a permission set that has none for the field. */
export function insertFieldPermissions({ records, recordIds }: Rows, grant: FieldGrant): void {
  const { parentId, object, field, access, audit } = grant;
  records.insert('FieldPermissions', {
    Id: recordIds.allocate('01k'),
    ParentId: parentId,
    SobjectType: object,
    Field: `${object}.${field.name}`,
    PermissionsRead: 1,
    PermissionsEdit: Number(access !== 'read' && (field.createable || field.updateable || field.virtual === true)),
    SystemModstamp: audit.at,
  });
}
