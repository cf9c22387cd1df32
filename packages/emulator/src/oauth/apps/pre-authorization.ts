import type { Org } from '../../org/org.ts';
import type { OrgUser } from '../../org/org-user.ts';
import type { AppSettings } from './oauth-app.ts';

/**
 * Whether an administrator has pre-authorized the user for the app, by profile or permission set, each named by its id
 * or its name (with its namespace, where it has one). Source: Salesforce Help, Manage OAuth Access Policies.
 */
export function isPreAuthorized(org: Org, app: AppSettings, user: OrgUser): boolean {
  const profile = org.records.find('Profile', user.profileId);
  if (names(app.approvedProfiles, user.profileId, profile?.['Name'])) return true;
  return assignedPermissionSets(org, user.id).some(({ Id, Name, NamespacePrefix }) => {
    const fullName = typeof NamespacePrefix === 'string' ? `${NamespacePrefix}__${String(Name)}` : Name;
    return names(app.approvedPermissionSets, Id, fullName);
  });
}

function assignedPermissionSets(org: Org, userId: string): Record<string, unknown>[] {
  return org.statements
    .prepare(
      `SELECT sets.* FROM "PermissionSetAssignment" AS assignment
       JOIN "PermissionSet" AS sets ON sets."Id" = assignment."PermissionSetId"
       WHERE assignment."AssigneeId" = ?`,
    )
    .all(userId);
}

function names(list: readonly string[], id: unknown, name: unknown): boolean {
  return list.some(
    (entry) => entry === name || (/^\w{15}(\w{3})?$/.test(entry) && entry.slice(0, 15) === String(id).slice(0, 15)),
  );
}
