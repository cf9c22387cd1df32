import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { RecordStore } from '../dml/record-store.ts';
import type { StoredRecord } from '../dml/stored-record.ts';
import { UserExistsError } from './user-exists-error.ts';
import type { OrgUser, OrgUsers } from './org-user.ts';
import type { RecordIds } from './record-ids.ts';

export interface CreateUsersOptions {
  readonly database: DatabaseSync;
  readonly records: RecordStore;
  readonly recordIds: RecordIds;
  readonly clock: () => Date;
  /** The profile that new users get. */
  readonly profileId: () => string;
}

/** Users as rows of `User`; of a password only a salted hash is kept. */
export function createUsers({ database, records, recordIds, clock, profileId }: CreateUsersOptions): OrgUsers {
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
    create({ username, password, name = username.split('@')[0] ?? username }) {
      if (users.find(username)) throw new UserExistsError(username);
      const words = name.trim().split(/\s+/);
      const LastName = words.pop() ?? name;
      const FirstName = words.join(' ') || null;
      const now = clock();
      now.setUTCMilliseconds(0);
      const id = recordIds.allocate('005');
      records.insert('User', {
        Id: id,
        Username: username,
        LastName,
        FirstName,
        Name: name,
        Email: username.includes('@') ? username : `${username}@example.com`,
        Alias: LastName.slice(0, 8).toLowerCase(),
        CommunityNickname: username.slice(0, 40),
        IsActive: 1,
        TimeZoneSidKey: 'America/Los_Angeles',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
        ProfileId: profileId(),
        UserType: 'Standard',
        CreatedDate: now.toISOString(),
        CreatedById: id,
        LastModifiedDate: now.toISOString(),
        LastModifiedById: id,
        SystemModstamp: now.toISOString(),
      });
      const salt = randomBytes(16);
      saveCredential.run(id, salt, hashOf(password, salt));
      const user = users.findById(id);
      if (!user) throw new Error(`The user ${username} was not stored.`);
      return user;
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
