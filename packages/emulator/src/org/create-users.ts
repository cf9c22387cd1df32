import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { RecordStore } from '../dml/record-store.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import { UnknownAccessError } from './unknown-access-error.ts';
import { UserExistsError } from './user-exists-error.ts';
import type { OrgUser, OrgUsers } from './org-user.ts';
import type { RecordIds } from './record-ids.ts';

export interface CreateUsersOptions {
  readonly database: DatabaseSync;
  readonly records: RecordStore;
  readonly recordIds: RecordIds;
  readonly clock: () => Date;
}

/** Users as rows of `User`; of a password only a salted hash is kept. */
export function createUsers({ database, records, recordIds, clock }: CreateUsersOptions): OrgUsers {
  database.exec(
    'CREATE TABLE IF NOT EXISTS __credential (user_id TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL) STRICT',
  );
  const byUsername = database.prepare('SELECT * FROM "User" WHERE "Username" = ?');
  const credential = database.prepare('SELECT salt, hash FROM __credential WHERE user_id = ?');
  const saveCredential = database.prepare('INSERT INTO __credential (user_id, salt, hash) VALUES (?, ?, ?)');

  const users: OrgUsers = {
    find(username) {
      const row = byUsername.get(username);
      return row && toUser(row as StoredRecord);
    },
    findById(userId) {
      const row = records.find('User', userId);
      return row && toUser(row);
    },
    verifyPassword(username, password) {
      const user = users.find(username);
      const kept = user?.isActive ? credential.get(user.id) : undefined;
      const { salt, hash } = kept ?? {};
      if (!user || !(salt instanceof Uint8Array) || !(hash instanceof Uint8Array)) return undefined;
      return timingSafeEqual(hashOf(password, salt), hash) ? user : undefined;
    },
    create(options, id = recordIds.allocate('005')) {
      const { username, password, name = username.split('@')[0] ?? username } = options;
      if (users.find(username)) throw new UserExistsError(username);
      const profileId = profileNamed(database, options.profile ?? 'System Administrator');
      const permissionSetIds = (options.permissionSets ?? []).map((set) => permissionSetNamed(database, set));
      const words = name.trim().split(/\s+/);
      const LastName = words.pop() ?? name;
      const FirstName = words.join(' ') || null;
      const now = clock();
      now.setUTCMilliseconds(0);
      records.insert('User', {
        Id: id,
        Username: username,
        LastName,
        FirstName,
        Name: name,
        Email: username.includes('@') ? username : `${username}@example.com`,
        Alias: LastName.slice(0, 8).toLowerCase(),
        CommunityNickname: username.slice(0, 40),
        IsActive: Number(options.isActive ?? true),
        TimeZoneSidKey: options.timeZone ?? 'America/Los_Angeles',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
        ProfileId: profileId,
        UserType: 'Standard',
        CreatedDate: now.toISOString(),
        CreatedById: id,
        LastModifiedDate: now.toISOString(),
        LastModifiedById: id,
        SystemModstamp: now.toISOString(),
      });
      for (const PermissionSetId of permissionSetIds) {
        records.insert('PermissionSetAssignment', {
          Id: recordIds.allocate('0Pa'),
          AssigneeId: id,
          PermissionSetId,
          IsActive: 1,
          SystemModstamp: now.toISOString(),
          IsDeleted: 0,
        });
      }
      const salt = randomBytes(16);
      saveCredential.run(id, salt, hashOf(password, salt));
      const user = users.findById(id);
      if (!user) throw new Error(`The user ${username} was not stored.`);
      return user;
    },
  };
  return users;
}

function profileNamed(database: DatabaseSync, name: string): string {
  const row = database.prepare('SELECT "Id" FROM "Profile" WHERE "Name" = ?').get(name);
  if (row) return String(row['Id']);
  const known = database.prepare('SELECT "Name" FROM "Profile" ORDER BY "Name"').all();
  throw new UnknownAccessError({ kind: 'profile', name, known: known.map((each) => String(each['Name'])) });
}

/** The name may have the namespace before it, as `uman__uman_Integration`. */
function permissionSetNamed(database: DatabaseSync, name: string): string {
  const sets = database
    .prepare(
      `SELECT "Id", iif("NamespacePrefix" IS NULL, '', "NamespacePrefix" || '__') || "Name" AS name
      FROM "PermissionSet" WHERE "IsOwnedByProfile" = 0 ORDER BY 2`,
    )
    .all();
  const found = sets.find((set) => set['name'] === name);
  if (found) return String(found['Id']);
  throw new UnknownAccessError({ kind: 'permission set', name, known: sets.map((set) => String(set['name'])) });
}

/** Cheap on purpose: these passwords protect nothing but a local org. */
function hashOf(password: string, salt: Uint8Array): Buffer {
  return scryptSync(password, salt, 32, { N: 1024 });
}

function toUser(row: StoredRecord): OrgUser {
  const text = (name: string): string => String(row[name] ?? '');
  return {
    id: text('Id'),
    username: text('Username'),
    name: text('Name'),
    firstName: typeof row['FirstName'] === 'string' ? row['FirstName'] : null,
    lastName: text('LastName'),
    email: text('Email'),
    nickname: text('CommunityNickname'),
    isActive: row['IsActive'] === 1,
    profileId: text('ProfileId'),
    userType: text('UserType'),
    timeZone: text('TimeZoneSidKey'),
    locale: text('LocaleSidKey'),
    language: text('LanguageLocaleKey'),
    lastModifiedDate: new Date(text('LastModifiedDate')),
  };
}
