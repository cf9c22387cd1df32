import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { OrgSettings } from '../org/org-settings.ts';
import type { Transaction } from '../org/create-transaction.ts';
import type { EditableOrgSchema } from '../schema/org-schema.ts';
import { createLoginPolicies } from './login-policies.ts';
import { readGrantedPermissions } from './granted-permissions.ts';
import { keepProfilePermissions, type ProfilePermissionsOptions } from './keep-profile-permissions.ts';
import { readRecordTypeAccess, type RecordTypeAccess } from './record-type-access.ts';
import { toVisibleSchema } from './to-visible-schema.ts';
import type { LoginConditions, OrgAccess, UserAccess } from './user-access.ts';

export interface OrgAccessOptions extends ProfilePermissionsOptions {
  readonly database: DatabaseSync;
  readonly settings: OrgSettings;
  readonly schema: EditableOrgSchema;
  readonly transaction: Transaction;
}

/** Rows that decide about access, and the columns of them that do. */
const WATCHED: readonly (readonly [table: string, columns?: string])[] = [
  ['PermissionSet'],
  ['PermissionSetAssignment'],
  ['ObjectPermissions'],
  ['FieldPermissions'],
  ['User', '"ProfileId", "IsActive"'],
  ['UserLogin', '"IsFrozen"'],
  ['__record_type_visibility'],
  ['__login_policy'],
];

/**
 * Users' access, kept until permissions or the schema change. A change of the rows gives the org a new mark, in
 * the same transaction: what was kept under another mark, be it of a transaction that was undone, is not used again.
 */
export function createOrgAccess(options: OrgAccessOptions): OrgAccess {
  const { database, schema, settings, clock, transaction } = options;
  database.exec('CREATE TABLE IF NOT EXISTS __permissioned (name TEXT PRIMARY KEY) STRICT');
  database.exec(
    'CREATE TABLE IF NOT EXISTS __access_mark (id INTEGER PRIMARY KEY CHECK (id = 1), mark TEXT NOT NULL) STRICT',
  );
  database.exec(`INSERT OR IGNORE INTO __access_mark VALUES (1, 'new')`);
  database.exec(`CREATE TABLE IF NOT EXISTS __record_type_visibility (permission_set_id TEXT NOT NULL,
    record_type_id TEXT NOT NULL, visible INTEGER NOT NULL, is_default INTEGER NOT NULL,
    PRIMARY KEY (permission_set_id, record_type_id)) STRICT`);
  const loginPolicies = createLoginPolicies(database);
  database.exec(WATCHED.flatMap(([table, columns]) => watchers(table, columns)).join(';\n'));
  const readMark = database.prepare('SELECT mark FROM __access_mark');
  let mark: string | undefined;
  const forgetMark = (): void => {
    mark = undefined;
  };
  const markOrigin = randomUUID();
  let marks = 0;
  database.function('new_access_mark', () => {
    forgetMark();
    return `${markOrigin}-${++marks}`;
  });
  transaction.onRollback(forgetMark);
  const readLogin = database.prepare(`SELECT u."IsActive" AS active, u."ProfileId" AS profile, l."IsFrozen" AS frozen
    FROM "User" u LEFT JOIN "UserLogin" l ON l."UserId" = u."Id" WHERE u."Id" = ?`);
  const kept = new Map<string, UserAccess>();
  let keptFor = '';
  let profilesKeptFor = -1;

  const refresh = (): string => {
    if (profilesKeptFor !== schema.version()) {
      transaction(() => keepProfilePermissions(options));
      profilesKeptFor = schema.version();
    }
    mark ??= String(readMark.get()?.['mark']);
    const version = `${schema.version()} ${mark}`;
    if (version !== keptFor) {
      kept.clear();
      if (keptFor !== '') settings.set('accessModifiedAt', clock().toISOString());
      keptFor = version;
    }
    return version;
  };

  const loginOf = (userId: string): LoginConditions => {
    const row = readLogin.get(userId);
    const isActive = row?.['active'] === 1;
    const isFrozen = row?.['frozen'] === 1;
    return { isActive, isFrozen, policy: loginPolicies.of(String(row?.['profile'])) };
  };

  return {
    loginPolicies,
    keepProfiles: () => void refresh(),
    of(userId) {
      const version = refresh();
      let access = kept.get(userId);
      if (!access) {
        let recordTypes: RecordTypeAccess | undefined;
        const granted = readGrantedPermissions(database, userId);
        access = {
          schema: toVisibleSchema(schema, granted),
          has: (name) => granted.permissions.has(name),
          login: loginOf(userId),
          get recordTypes() {
            return (recordTypes ??= readRecordTypeAccess(database, userId));
          },
          version,
        };
        kept.set(userId, access);
      }
      return access;
    },
    modifiedAt() {
      refresh();
      const changed = new Date(settings.get('accessModifiedAt') ?? 0);
      const schemaChanged = schema.modifiedAt();
      return changed > schemaChanged ? changed : schemaChanged;
    },
  };
}

/** The triggers that renew the mark; of this connection, since they call a function of this process. */
function watchers(table: string, columns: string | undefined): string[] {
  const renew = `UPDATE __access_mark SET mark = new_access_mark();`;
  return ['INSERT', columns === undefined ? 'UPDATE' : `UPDATE OF ${columns}`, 'DELETE'].map((event) => {
    const name = `__access_${table}_${event.split(' ')[0]}`;
    return `CREATE TEMP TRIGGER "${name}" AFTER ${event} ON "${table}" BEGIN ${renew} END`;
  });
}
