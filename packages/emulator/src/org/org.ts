import type { DatabaseSync } from 'node:sqlite';
import type { OAuthStore } from '../oauth/oauth-store.ts';
import type { OrgSchema } from '../schema/object-definition.ts';
import type { OrgSessions } from './org-session.ts';
import type { OrgUsers } from './org-user.ts';

/** One Salesforce org: its identity, its people, its schema and its records. */
export interface Org {
  /** 18 characters, `00D…`. */
  readonly id: string;
  /** Login host and instance URL in one, e.g. `http://127.0.0.1:40123`; no trailing slash. */
  url(): string;
  /** One table per object, named as the object; the parts of the org that are not records live in tables named `__…`. */
  readonly database: DatabaseSync;
  readonly schema: OrgSchema;
  readonly clock: () => Date;
  readonly users: OrgUsers;
  readonly sessions: OrgSessions;
  readonly oauth: OAuthStore;
}
