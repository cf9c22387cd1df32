import { randomBytes } from 'node:crypto';
import { createOrgAccess } from '../access/create-org-access.ts';
import { keepStandardProfiles } from '../access/keep-standard-profiles.ts';
import { createFormulaColumns } from '../formula/formula-columns.ts';
import { createRecordStore } from '../dml/record-store.ts';
import { createRecentItems } from '../records/mark-viewed.ts';
import { createOAuthStore } from '../oauth/oauth-store.ts';
import { quote } from '../schema/prepare-table.ts';
import { createOrgSchema } from '../schema/org-schema.ts';
import { createApiUsage } from './api-usage.ts';
import { createOtherIds } from './other-ids.ts';
import { createOrgSettings } from './org-settings.ts';
import { createOrgSwitches } from './org-switches.ts';
import { createQueryCursors } from './query-cursors.ts';
import { createRecordIds } from './record-ids.ts';
import { createSessions } from './create-sessions.ts';
import { createStatements } from './statements.ts';
import { createTransaction } from './create-transaction.ts';
import { createUsers } from './create-users.ts';
import { createOrgTime } from './org-time.ts';
import { openDatabase } from './open-database.ts';
import { developerOrg, type OrgIdentity } from '../host/org-identity.ts';
import { newOrgId } from './new-org-id.ts';
import { seedOrg } from './seed-org.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { OrgHost } from '../host/org-host.ts';
import type { Org } from './org.ts';
import type { RowWrite } from './row-write.ts';
import type { OrgUser } from './org-user.ts';

export interface CreateOrgOptions {
  /** SQLite file that keeps the org; undefined: in memory. */
  readonly data?: string | undefined;
  /** The org's database, when it is open already; `data` is not looked at then. */
  readonly database?: DatabaseSync;
  readonly clock: () => Date;
  readonly url: () => string;
  /** @default what the org had when it was last open, or 100000 */
  readonly dailyApiRequests?: number;
  /** The administrator of a new org; an org from a file keeps its own. */
  readonly admin: { readonly username: string; readonly password: string };
  /** Of a new org. @default a Developer Edition org */
  readonly identity?: OrgIdentity;
  /** Of a new org. @default a new one */
  readonly orgId?: string;
  /** Told of each row before it is written. @default nobody is */
  readonly beforeWrite?: (org: Org, write: () => RowWrite) => void;
  /** The orgs that it lives with. @default none: it cannot make others */
  readonly host?: () => OrgHost;
}

export interface OpenedOrg {
  readonly org: Org;
  readonly admin: OrgUser;
  readonly adminPassword: string;
  readonly close: () => void;
}

/** Opens the org in the database or file, or makes a new one. */
export function createOrg(options: CreateOrgOptions): OpenedOrg {
  const database = options.database ?? openDatabase(options.data);
  const formulaColumns = createFormulaColumns(database);
  const settings = createOrgSettings(database);
  database.exec('CREATE TABLE IF NOT EXISTS __auto_number (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT');
  const id = settings.getOrSet('orgId', () => options.orgId ?? newOrgId());
  const instance = settings.getOrSet('instance', () => id.slice(3, 6));
  const first = Number(settings.getOrSet('firstRecordNumber', () => String(62 ** 4 + randomBelow(62 ** 5))));
  const identity = JSON.parse(
    settings.getOrSet('identity', () => JSON.stringify(options.identity ?? developerOrg)),
  ) as OrgIdentity;
  const time = createOrgTime({ settings, clock: options.clock });
  const clock = (): Date => time.now();
  const statements = createStatements(database);
  const schema = createOrgSchema({ database, settings, clock, changed: statements.forget });
  schema.objects();
  const cursors = createQueryCursors({ clock });
  const records = createRecordStore({ statements, beforeChange: (object) => cursors.freeze(object) });
  const otherIds = createOtherIds(database);
  const recordIds = createRecordIds({
    instance,
    first,
    greatest: (prefix) => greatestId(prefix),
    allocated: (prefix, id) => {
      if (!schema.objectOfPrefix(prefix)) otherIds.save(prefix, id);
    },
  });
  createRecentItems(database);
  const users = createUsers({ database, records, recordIds, clock });
  const sessions = createSessions({ database, settings, orgId: id, clock });

  function greatestId(keyPrefix: string): string | undefined {
    const object = schema.objectOfPrefix(keyPrefix);
    if (!object) return otherIds.last(keyPrefix);
    const row = database
      .prepare(`SELECT max(substr("Id", 1, 15)) AS greatest FROM ${quote(object.name)} WHERE substr("Id", 4, 3) = ?`)
      .get(instance);
    return typeof row?.['greatest'] === 'string' ? row['greatest'] : undefined;
  }

  const transaction = createTransaction(database);
  const seeded = settings.get('adminUserId') ?? users.find(settings.get('adminUsername') ?? '')?.id;
  const admin =
    seeded === undefined
      ? transaction(() => {
          const user = seedOrg({
            orgId: id,
            identity,
            statements,
            records,
            recordIds,
            clock,
            users,
            admin: options.admin,
          });
          settings.set('adminUserId', user.id);
          settings.set('adminPassword', options.admin.password);
          return user;
        })
      : users.findById(seeded);
  if (!admin) throw new Error(`The administrator ${seeded} is missing in the org's database.`);
  // For a database that an earlier version of this emulator made.
  transaction(() => keepStandardProfiles({ statements, records, recordIds, audit: { CreatedById: admin.id } }));
  const access = createOrgAccess({
    database,
    settings,
    schema,
    statements,
    records,
    recordIds,
    clock,
    transaction,
  });

  const org: Org = {
    id,
    identity,
    host: options.host ?? withoutHost,
    url: options.url,
    database,
    schema,
    clock,
    time,
    users,
    access,
    sessions,
    oauth: createOAuthStore(database),
    settings,
    switches: createOrgSwitches(settings),
    statements,
    records,
    recordIds,
    beforeWrite: (write) => options.beforeWrite?.(org, write),
    usage: createApiUsage({ settings, limit: options.dailyApiRequests, clock }),
    cursors,
    transaction,
  };
  formulaColumns.attach(org);
  const adminPassword = settings.get('adminPassword') ?? options.admin.password;
  return { org, admin, adminPassword, close: () => database.close() };
}

function withoutHost(): never {
  throw new Error('This org was opened on its own: it has no host that could make or find others.');
}

function randomBelow(limit: number): number {
  return randomBytes(6).readUIntBE(0, 6) % limit;
}
