import type { DatabaseSync } from 'node:sqlite';
import type { OrgAccess } from '../access/user-access.ts';
import type { OAuthStore } from '../oauth/oauth-store.ts';
import type { RecordStore } from '../dml/record-store.ts';
import type { OrgHost } from '../host/org-host.ts';
import type { OrgIdentity } from '../host/org-identity.ts';
import type { EditableOrgSchema } from '../schema/org-schema.ts';
import type { ApiUsage } from './api-usage.ts';
import type { Transaction } from './create-transaction.ts';
import type { OrgSessions } from './org-session.ts';
import type { OrgSettings } from './org-settings.ts';
import type { OrgSwitches } from './org-switches.ts';
import type { OrgTime } from './org-time.ts';
import type { OrgUsers } from './org-user.ts';
import type { QueryCursors } from './query-cursors.ts';
import type { RowWrite } from './row-write.ts';
import type { RecordIds } from './record-ids.ts';
import type { Statements } from './statements.ts';

/** One Salesforce org: its identity, its people, its schema and its records. */
export interface Org {
  /** 18 characters, `00D…`. */
  readonly id: string;
  /** Kind, name, My Domain and the like. */
  readonly identity: OrgIdentity;
  /** The orgs of this process, itself included: to find one, or to make one. */
  host(): OrgHost;
  /** Login host and instance URL in one, e.g. `http://127.0.0.1:40123`; no trailing slash. */
  readonly url: () => string;
  /** One table per object, named as the object; the parts of the org that are not records live in tables named `__…`. */
  readonly database: DatabaseSync;
  readonly schema: EditableOrgSchema;
  /** What time it is in the org: a new `Date` each time. */
  readonly clock: () => Date;
  /** To set and advance that clock. */
  readonly time: OrgTime;
  readonly users: OrgUsers;
  /** What each user may see and do. */
  readonly access: OrgAccess;
  readonly sessions: OrgSessions;
  readonly oauth: OAuthStore;
  readonly settings: OrgSettings;
  readonly switches: OrgSwitches;
  readonly statements: Statements;
  readonly records: RecordStore;
  readonly recordIds: RecordIds;
  /**
   * Asked before each row of a record is written; the write is looked at only where something is armed against it.
   *
   * @throws SalesforceApiError where a fault refuses it
   */
  readonly beforeWrite: (write: () => RowWrite) => void;
  readonly usage: ApiUsage;
  readonly cursors: QueryCursors;
  /** All or nothing; nested calls are savepoints. The work must be synchronous. */
  readonly transaction: Transaction;
}
