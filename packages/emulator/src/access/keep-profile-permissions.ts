import type { RecordStore } from '../dml/record-store.ts';
import type { RecordIds } from '../org/record-ids.ts';
import type { Statements } from '../org/statements.ts';
import { permissionableFields } from '../schema/is-permissionable.ts';
import type { ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { keepRecordTypes } from './keep-record-types.ts';
import { insertFieldPermissions, insertObjectPermissions } from './insert-permissions.ts';
import { accessRuleOf } from './access-rule.ts';
import { standardProfiles, type ObjectAccess, type StandardProfile } from './standard-profiles.ts';

export interface ProfilePermissionsOptions {
  readonly schema: OrgSchema;
  readonly statements: Statements;
  readonly records: RecordStore;
  readonly recordIds: RecordIds;
  readonly clock: () => Date;
}

/**
 * Gives the standard profiles their rows of ObjectPermissions and FieldPermissions for what has come to the schema since
 * it was last called: standard objects as each profile has them, custom ones to administrators only. What was granted
 * once is not granted again, so that an administrator can take it away.
 */
export function keepProfilePermissions({
  schema,
  statements,
  records,
  recordIds,
  clock,
}: ProfilePermissionsOptions): void {
  const now = clock();
  now.setUTCMilliseconds(0);
  const at = now.toISOString();
  const known = new Set(
    statements
      .prepare('SELECT name FROM __permissioned')
      .all()
      .map((row) => String(row['name'])),
  );
  const remember = statements.prepare('INSERT INTO __permissioned (name) VALUES (?)');
  const owners = standardProfiles.flatMap((profile) => {
    const row = statements
      .prepare(
        `SELECT s."Id" AS id, s."CreatedById" AS by FROM "PermissionSet" s JOIN "Profile" p ON p."Id" = s."ProfileId"
        WHERE p."Name" = ? AND s."IsOwnedByProfile" = 1`,
      )
      .get(profile.name);
    return row ? [{ profile, parentId: String(row['id']), userId: row['by'] as string | null }] : [];
  });

  const administrators = owners.find(({ profile }) => profile.name === 'System Administrator');
  if (administrators) keepRecordTypes(statements, administrators.parentId);
  for (const object of schema.objects()) {
    const rule = accessRuleOf(object.name);
    const fresh = newNames(object, known);
    if (fresh.object && rule.by === 'own') {
      remember.run(object.name);
      for (const { profile, parentId, userId } of owners) {
        const access = accessOf(profile, object);
        if (access === 'none') continue;
        insertObjectPermissions(
          { records, recordIds },
          {
            parentId,
            object: object.name,
            access,
            everyRecord: profile.permissions.includes('ModifyAllData'),
            audit: { at, userId },
          },
        );
      }
    }
    for (const field of fresh.fields) {
      remember.run(`${object.name}.${field.name}`);
      for (const { profile, parentId } of owners) {
        const access = field.custom ? profile.customObject : accessOf(profile, object);
        if (access === 'none') continue;
        insertFieldPermissions({ records, recordIds }, { parentId, object: object.name, field, access, audit: { at } });
      }
    }
  }
}

function newNames(object: ObjectDefinition, known: ReadonlySet<string>) {
  return {
    object: !known.has(object.name),
    fields: permissionableFields(object).filter((field) => !known.has(`${object.name}.${field.name}`)),
  };
}

function accessOf(profile: StandardProfile, object: ObjectDefinition): ObjectAccess {
  return object.custom ? profile.customObject : profile.standardObject(object.name);
}
