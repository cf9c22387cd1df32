/**
 * Objects whose rows are the org's setup rather than its data: a sandbox gets them whatever its licence. Requests for
 * packages, sandboxes and scratch orgs are the records of the org that made them, and are not here.
 * Source: Salesforce Help, Sandbox Types and Templates ("a copy of your organization's configuration (metadata)"), and the
 * Object Reference on which objects stand for metadata.
 */
const SETUP_OBJECTS = new Set([
  'AssignmentRule',
  'BusinessProcess',
  'DuplicateRule',
  'EntityDefinition',
  'FieldDefinition',
  'FieldPermissions',
  'Group',
  'GroupMember',
  'InstalledSubscriberPackage',
  'ObjectPermissions',
  'OpportunityStage',
  'Organization',
  'PackageLicense',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'PermissionSetLicense',
  'PermissionSetLicenseAssign',
  'Profile',
  'QueueSobject',
  'RecordType',
  'SetupEntityAccess',
  'TabDefinition',
  'User',
  'UserLicense',
  'UserLogin',
  'UserRole',
  'CaseStatus',
  'LeadStatus',
  'TaskStatus',
  'TaskPriority',
]);

export function isSetupObject(name: string): boolean {
  return SETUP_OBJECTS.has(name) || name.endsWith('__mdt');
}
