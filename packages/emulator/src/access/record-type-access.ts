import type { DatabaseSync } from 'node:sqlite';
import { PERMISSION_SETS_OF_USER } from './granted-permissions.ts';

/** Which record types a user may give to records. */
export interface RecordTypeAccess {
  /** @param recordTypeId 18 characters; of an active record type */
  isAvailable(recordTypeId: string): boolean;
  /** What a new record gets without `RecordTypeId`; null: no record type. @param object by its name in the schema */
  defaultOf(object: string): string | null;
}

/**
 * A record type is available through the profile or a permission set. The default is the profile's; without one, the only
 * record type that is available, and none where there are several. Source: Salesforce Help, Assign Record Types to
 * Profiles and in Permission Sets; that the API takes the only one as well is not verified.
 */
export function readRecordTypeAccess(database: DatabaseSync, userId: string): RecordTypeAccess {
  const rows = database
    .prepare(
      `SELECT r."Id" AS id, r."SobjectType" AS object, max(v.is_default) AS is_default
      FROM __record_type_visibility v JOIN "RecordType" r ON r."Id" = v.record_type_id
      WHERE v.visible = 1 AND r."IsActive" = 1 AND v.permission_set_id IN (${PERMISSION_SETS_OF_USER})
      GROUP BY r."Id" ORDER BY r."Id"`,
    )
    .all({ user: userId })
    .map((row) => ({ id: String(row['id']), object: String(row['object']), isDefault: row['is_default'] === 1 }));
  const available = new Set(rows.map(({ id }) => id));

  return {
    isAvailable: (recordTypeId) => available.has(recordTypeId),
    defaultOf(object) {
      const own = rows.filter((row) => row.object.toLowerCase() === object.toLowerCase());
      const chosen = own.find(({ isDefault }) => isDefault) ?? (own.length === 1 ? own[0] : undefined);
      return chosen?.id ?? null;
    },
  };
}
