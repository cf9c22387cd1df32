import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { RecordStore } from '../dml/record-store.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import { addColumn } from './add-column.ts';
import { permissionSetNamed, profileNamed } from '../access/find-by-name.ts';
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
  addColumn(database, '__credential', 'api_hash', 'BLOB');
  const byUsername = database.prepare('SELECT * FROM "User" WHERE "Username" = ?');
  const credential = database.prepare('SELECT salt, hash, api_hash FROM __credential WHERE user_id = ?');
  const saveCredential = database.prepare(
    'INSERT INTO __credential (user_id, salt, hash, api_hash) VALUES (?, ?, ?, ?)',
  );

  const now = (): string => {
    const at = clock();
    at.setUTCMilliseconds(0);
    return at.toISOString();
  };
  const assign = (AssigneeId: string, PermissionSetId: string): void => {
    const values = { AssigneeId, PermissionSetId, IsActive: 1, SystemModstamp: now(), IsDeleted: 0 };
    records.insert('PermissionSetAssignment', { Id: recordIds.allocate('0Pa'), ...values });
  };

  const verify = (username: string, password: string, column: 'hash' | 'api_hash'): OrgUser | undefined => {
    const user = users.find(username);
    const kept = user?.isActive ? credential.get(user.id) : undefined;
    const { salt, [column]: hash } = kept ?? {};
    if (!user || !(salt instanceof Uint8Array) || !(hash instanceof Uint8Array)) return undefined;
    return timingSafeEqual(hashOf(password, salt), hash) ? user : undefined;
  };

  const users: OrgUsers = {
    find(username) {
      const row = byUsername.get(username);
      return row && toUser(row as StoredRecord);
    },
    findById(userId) {
      const row = records.find('User', userId);
      return row && toUser(row);
    },
    verifyPassword: (username, password) => verify(username, password, 'hash'),
    verifyApiPassword(username, passwordAndToken) {
      const user = users.find(username);
      const hasToken = user && credential.get(user.id)?.['api_hash'] instanceof Uint8Array;
      if (!hasToken) return verify(username, passwordAndToken, 'hash');
      if (verify(username, passwordAndToken, 'api_hash')) return user;
      return verify(username, passwordAndToken, 'hash') ? 'needsSecurityToken' : undefined;
    },
    create(options, id = recordIds.allocate('005')) {
      const { username, password, name = username.split('@')[0] ?? username } = options;
      if (users.find(username)) throw new UserExistsError(username);
      const profileId = profileNamed(database, options.profile ?? 'System Administrator');
      const permissionSetIds = (options.permissionSets ?? []).map((set) => permissionSetNamed(database, set));
      const words = name.trim().split(/\s+/);
      const LastName = words.pop() ?? name;
      const FirstName = words.join(' ') || null;
      const at = now();
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
        CreatedDate: at,
        CreatedById: id,
        LastModifiedDate: at,
        LastModifiedById: id,
        SystemModstamp: at,
      });
      records.insert('UserLogin', {
        Id: recordIds.allocate('0Yw'),
        UserId: id,
        IsFrozen: 0,
        IsPasswordLocked: 0,
        LastModifiedDate: at,
        LastModifiedById: id,
      });
      for (const set of permissionSetIds) assign(id, set);
      const salt = randomBytes(16);
      const apiHash = options.securityToken === undefined ? null : hashOf(password + options.securityToken, salt);
      saveCredential.run(id, salt, hashOf(password, salt), apiHash);
      const user = users.findById(id);
      if (!user) throw new Error(`The user ${username} was not stored.`);
      return user;
    },
    change(userId, { isActive, isFrozen, profile, permissionSets }) {
      const at = now();
      const changes: StoredRecord = { LastModifiedDate: at, SystemModstamp: at };
      if (isActive !== undefined) changes['IsActive'] = Number(isActive);
      if (profile !== undefined) changes['ProfileId'] = profileNamed(database, profile);
      const sets = permissionSets?.map((set) => permissionSetNamed(database, set));
      records.update('User', userId, changes);
      if (isFrozen !== undefined) {
        database.prepare('UPDATE "UserLogin" SET "IsFrozen" = ? WHERE "UserId" = ?').run(Number(isFrozen), userId);
      }
      if (!sets) return;
      database.prepare('DELETE FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?').run(userId);
      for (const set of sets) assign(userId, set);
    },
  };
  return users;
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
