/** Whose permission decides about the records of an object. */
export type AccessRule =
  /** Object permissions of its own. */
  | { readonly by: 'own' }
  /** Seen with every one of these objects; written with the edit permission of the first. */
  | { readonly by: 'parents'; readonly parents: readonly [string, ...string[]] }
  /** Everybody, written only with one of these user permissions; without a list, by everybody. */
  | { readonly by: 'everyone'; readonly write?: readonly string[] }
  /** Seen with one of these user permissions, written with one of the others. */
  | { readonly by: 'permission'; readonly read: readonly string[]; readonly write: readonly string[] };

const own: AccessRule = { by: 'own' };
const everyone: AccessRule = { by: 'everyone' };
const ofParents = (...parents: [string, ...string[]]): AccessRule => ({ by: 'parents', parents });
const readByEveryone = (...write: string[]): AccessRule => ({ by: 'everyone', write });

/**
 * Source: Object Reference, "Special Access Rules" of these objects (setup objects since API 49.0) and the notes on
 * OpportunityContactRole, OpportunityLineItem and PricebookEntry; Salesforce Help, Object Permissions. That files and
 * notes need no object permission: Salesforce Help, Files. Which permission writes a Task or an Event: the same on
 * "Edit Tasks" and "Edit Events".
 */
const rules: ReadonlyMap<string, AccessRule> = new Map<string, AccessRule>([
  ['BusinessProcess', readByEveryone('CustomizeApplication')],
  ['CampaignMember', ofParents('Campaign')],
  ['ContentDocument', everyone],
  ['ContentDocumentLink', everyone],
  ['ContentNote', everyone],
  ['ContentVersion', everyone],
  ['EmailMessage', everyone],
  ['EmailMessageRelation', everyone],
  ['Event', readByEveryone('EditEvent')],
  ['EventRelation', readByEveryone('EditEvent')],
  ['FieldPermissions', { by: 'permission', read: ['ViewSetup'], write: ['ManageProfilesPermissionsets'] }],
  ['Note', everyone],
  ['ObjectPermissions', { by: 'permission', read: ['ViewSetup'], write: ['ManageProfilesPermissionsets'] }],
  ['OpportunityContactRole', ofParents('Opportunity', 'Contact')],
  ['OpportunityHistory', ofParents('Opportunity')],
  ['OpportunityLineItem', ofParents('Opportunity')],
  ['OpportunityStage', readByEveryone('CustomizeApplication')],
  ['Organization', readByEveryone('CustomizeApplication')],
  [
    'PermissionSet',
    {
      by: 'permission',
      read: ['ViewSetup', 'AssignPermissionSets', 'ManageSessionPermissionSets'],
      write: ['ManageProfilesPermissionsets'],
    },
  ],
  [
    'PermissionSetAssignment',
    { by: 'permission', read: ['ViewSetup', 'AssignPermissionSets'], write: ['AssignPermissionSets'] },
  ],
  ['PricebookEntry', ofParents('Pricebook2', 'Product2')],
  ['Profile', readByEveryone('ManageProfilesPermissionsets')],
  ['RecordType', readByEveryone('CustomizeApplication')],
  ['Task', readByEveryone('EditTask')],
  ['TaskRelation', readByEveryone('EditTask')],
  ['User', readByEveryone('ManageUsers', 'ManageInternalUsers')],
  ['UserLogin', { by: 'permission', read: ['ManageUsers', 'FreezeUsers'], write: ['ManageUsers', 'FreezeUsers'] }],
]);

/** Objects that are not in the list, custom ones among them, have object permissions of their own. */
export function accessRuleOf(object: string): AccessRule {
  return rules.get(object) ?? own;
}
