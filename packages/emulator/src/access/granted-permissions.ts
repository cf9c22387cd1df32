import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { userPermissionNames } from '../schema/standard/user-permissions.ts';

/** What one or more permission sets allow with an object's records. */
export interface ObjectGrant {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  /** Every field can be read, whatever the field permissions say. */
  readonly viewAllFields: boolean;
}

export interface FieldGrant {
  readonly read: boolean;
  readonly edit: boolean;
}

/** Everything that a user's profile and permission sets allow together. */
export interface GrantedPermissions {
  /** Names without `Permissions`, e.g. `ApiEnabled`. */
  readonly permissions: ReadonlySet<string>;
  /** By object name, lower case. */
  readonly objects: ReadonlyMap<string, ObjectGrant>;
  /** By `object.field`, lower case. */
  readonly fields: ReadonlyMap<string, FieldGrant>;
}

/** The permission sets that the user `:user` has: the one of the profile, and those that are assigned. */
export const PERMISSION_SETS_OF_USER = `SELECT "PermissionSetId" FROM "PermissionSetAssignment"
    WHERE "AssigneeId" = :user AND "IsDeleted" = 0 AND "IsActive" = 1
  UNION SELECT p."Id" FROM "PermissionSet" p JOIN "User" u ON u."ProfileId" = p."ProfileId"
    WHERE u."Id" = :user AND p."IsOwnedByProfile" = 1`;

export function readGrantedPermissions(database: DatabaseSync, userId: string): GrantedPermissions {
  const rows = (sql: string): Record<string, SQLOutputValue>[] => database.prepare(sql).all({ user: userId });

  const permissions = new Set<string>();
  for (const row of rows(`SELECT * FROM "PermissionSet" WHERE "Id" IN (${PERMISSION_SETS_OF_USER})`)) {
    for (const name of userPermissionNames) if (row[`Permissions${name}`] === 1) permissions.add(name);
  }
  const objects = rows(
    `SELECT "SobjectType" AS name, max("PermissionsRead") AS "read", max("PermissionsCreate") AS "create",
      max("PermissionsEdit") AS edit, max("PermissionsDelete") AS "delete", max("PermissionsViewAllFields") AS fields
    FROM "ObjectPermissions" WHERE "ParentId" IN (${PERMISSION_SETS_OF_USER}) GROUP BY "SobjectType"`,
  ).map((row): [string, ObjectGrant] => [
    String(row['name']).toLowerCase(),
    {
      read: row['read'] === 1,
      create: row['create'] === 1,
      edit: row['edit'] === 1,
      delete: row['delete'] === 1,
      viewAllFields: row['fields'] === 1,
    },
  ]);
  const fields = rows(
    `SELECT "Field" AS name, max("PermissionsRead") AS "read", max("PermissionsEdit") AS edit
    FROM "FieldPermissions" WHERE "ParentId" IN (${PERMISSION_SETS_OF_USER}) GROUP BY "Field"`,
  ).map((row): [string, FieldGrant] => [
    String(row['name']).toLowerCase(),
    { read: row['read'] === 1, edit: row['edit'] === 1 },
  ]);
  return { permissions, objects: new Map(objects), fields: new Map(fields) };
}
