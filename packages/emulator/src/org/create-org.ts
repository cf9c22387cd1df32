import { randomBytes } from 'node:crypto';
import { createRecordStore } from '../dml/record-store.ts';
import { createOAuthStore } from '../oauth/oauth-store.ts';
import { quote } from '../schema/prepare-table.ts';
import { createOrgSchema } from '../schema/org-schema.ts';
import { createApiUsage } from './api-usage.ts';
import { createOrgSettings } from './org-settings.ts';
import { createOrgSwitches } from './org-switches.ts';
import { createQueryCursors } from './query-cursors.ts';
import { createRecordIds } from './record-ids.ts';
import { createSessions } from './create-sessions.ts';
import { createStatements } from './statements.ts';
import { createTransaction } from './create-transaction.ts';
import { createUsers } from './create-users.ts';
import { openDatabase } from './open-database.ts';
import { seedOrg } from './seed-org.ts';
import { toBase62, toLongId } from './record-id.ts';
import type { Org } from './org.ts';
import type { OrgUser } from './org-user.ts';

export interface CreateOrgOptions {
  /** SQLite file that keeps the org; undefined: in memory. */
  readonly data: string | undefined;
  readonly clock: () => Date;
  readonly url: () => string;
  readonly dailyApiRequests: number;
  /** The administrator of a new org; an org from a file keeps its own. */
  readonly admin: { readonly username: string; readonly password: string };
}

export interface CreatedOrg {
  readonly org: Org;
  readonly admin: OrgUser;
  readonly close: () => void;
}

/** Opens the org in the file, or makes a new one. */
export function createOrg({ data, clock, url, dailyApiRequests, admin }: CreateOrgOptions): CreatedOrg {
  const database = openDatabase(data);
  const settings = createOrgSettings(database);
  database.exec('CREATE TABLE IF NOT EXISTS __auto_number (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT');
  const instance = settings.getOrSet('instance', () => `${toBase62(randomBelow(62 ** 2), 2)}0`);
  const id = settings.getOrSet('orgId', () => toLongId(`00D${instance}${toBase62(randomBelow(62 ** 5), 9)}`));
  const first = Number(settings.getOrSet('firstRecordNumber', () => String(62 ** 4 + randomBelow(62 ** 5))));
  const statements = createStatements(database);
  const schema = createOrgSchema({ database, settings, clock, changed: statements.forget });
  schema.objects();
  const records = createRecordStore({ statements });
  const recordIds = createRecordIds({ instance, first, greatest: (prefix) => greatestId(prefix) });
  const users = createUsers({ database, records, recordIds, clock, profileId: administratorProfile });
  const sessions = createSessions({ database, orgId: id, clock });

  function greatestId(keyPrefix: string): string | undefined {
    const object = schema.objectOfPrefix(keyPrefix);
    if (!object) return undefined;
    const row = database
      .prepare(`SELECT max(substr("Id", 1, 15)) AS greatest FROM ${quote(object.name)} WHERE substr("Id", 4, 3) = ?`)
      .get(instance);
    return typeof row?.['greatest'] === 'string' ? row['greatest'] : undefined;
  }
  function administratorProfile(): string {
    const row = database.prepare(`SELECT "Id" FROM "Profile" WHERE "Name" = 'System Administrator'`).get();
    return String(row?.['Id']);
  }

  const transaction = createTransaction(database);
  const seeded = settings.get('adminUsername');
  const adminUser =
    seeded === undefined
      ? transaction(() => {
          settings.set('adminUsername', admin.username);
          return seedOrg({ orgId: id, records, recordIds, clock, users, admin });
        })
      : users.find(seeded);
  if (!adminUser) throw new Error(`The administrator ${seeded} is missing in the org's database.`);

  const org: Org = {
    id,
    url,
    database,
    schema,
    clock: () => new Date(clock()),
    users,
    sessions,
    oauth: createOAuthStore(database),
    settings,
    switches: createOrgSwitches(settings),
    statements,
    records,
    recordIds,
    usage: createApiUsage({ limit: dailyApiRequests, clock }),
    cursors: createQueryCursors({ clock }),
    transaction,
  };
  return { org, admin: adminUser, close: () => database.close() };
}

function randomBelow(limit: number): number {
  return randomBytes(6).readUIntBE(0, 6) % limit;
}
