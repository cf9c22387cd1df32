import type { DatabaseSync } from 'node:sqlite';
import type { OAuthStore } from '../oauth/oauth-store.ts';
import type { RecordStore } from '../dml/record-store.ts';
import type { EditableOrgSchema } from '../schema/org-schema.ts';
import type { ApiUsage } from './api-usage.ts';
import type { Transaction } from './create-transaction.ts';
import type { OrgSessions } from './org-session.ts';
import type { OrgSettings } from './org-settings.ts';
import type { OrgSwitches } from './org-switches.ts';
import type { OrgUsers } from './org-user.ts';
import type { QueryCursors } from './query-cursors.ts';
import type { RecordIds } from './record-ids.ts';
import type { Statements } from './statements.ts';

/** One Salesforce org: its identity, its people, its schema and its records. */
export interface Org {
  /** 18 characters, `00D…`. */
  readonly id: string;
  /** Login host and instance URL in one, e.g. `http://127.0.0.1:40123`; no trailing slash. */
  url(): string;
  /** One table per object, named as the object; the parts of the org that are not records live in tables named `__…`. */
  readonly database: DatabaseSync;
  readonly schema: EditableOrgSchema;
  readonly clock: () => Date;
  readonly users: OrgUsers;
  readonly sessions: OrgSessions;
  readonly oauth: OAuthStore;
  readonly settings: OrgSettings;
  readonly switches: OrgSwitches;
  readonly statements: Statements;
  readonly records: RecordStore;
  readonly recordIds: RecordIds;
  readonly usage: ApiUsage;
  readonly cursors: QueryCursors;
  /** All or nothing; nested calls are savepoints. The work must be synchronous. */
  readonly transaction: Transaction;
}
