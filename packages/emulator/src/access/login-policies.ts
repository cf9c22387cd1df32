import type { DatabaseSync } from 'node:sqlite';
import type { LoginPolicy } from './login-policy.ts';

/** Login hours and login IP ranges of the org's profiles. */
export interface LoginPolicies {
  of(profileId: string): LoginPolicy;
  /** Replaces the profile's policy. */
  set(profileId: string, policy: LoginPolicy): void;
}

export function createLoginPolicies(database: DatabaseSync): LoginPolicies {
  database.exec('CREATE TABLE IF NOT EXISTS __login_policy (profile_id TEXT PRIMARY KEY, policy TEXT NOT NULL) STRICT');
  const select = database.prepare('SELECT policy FROM __login_policy WHERE profile_id = ?');
  const save = database.prepare('INSERT OR REPLACE INTO __login_policy (profile_id, policy) VALUES (?, ?)');
  return {
    of(profileId) {
      const row = select.get(profileId);
      return row === undefined ? {} : (JSON.parse(String(row['policy'])) as LoginPolicy);
    },
    set(profileId, policy) {
      save.run(profileId, JSON.stringify(policy));
    },
  };
}
