import { removePermissionRows } from '../../access/permission-rows.ts';
import { layoutStore } from '../../layouts/layout-store.ts';
import type { Org } from '../../org/org.ts';
import { MetadataError } from '../metadata-error.ts';
import { profileExtras } from './profile-extras.ts';
import { standardProfile } from './profile-name.ts';
import { findProfile } from './profile-store.ts';

/** A custom profile. @throws MetadataError for a standard one, and while users have it: what Salesforce says then is not known */
export function removeProfile(org: Org, fileName: string): void {
  const profile = findProfile(org, fileName);
  if (!profile) return;
  const { id, name, permissionSetId } = profile;
  if (standardProfile(name)) {
    throw new MetadataError({ file: fileName, problem: 'NOT_EMULATED deleting a standard profile' });
  }
  if (org.statements.prepare('SELECT 1 FROM "User" WHERE "ProfileId" = ?').get(id)) {
    throw new MetadataError({ file: fileName, problem: 'NOT_EMULATED deleting a profile that users have' });
  }
  removePermissionRows(org, permissionSetId);
  layoutStore(org).unassign(id);
  org.access.loginPolicies.set(id, {});
  profileExtras(org).remove(id);
  org.records.remove('Profile', id);
}
