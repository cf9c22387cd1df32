import { weekdays } from '../../access/login-policy.ts';
import { layoutStore } from '../../layouts/layout-store.ts';
import type { Org } from '../../org/org.ts';
import { permissionableFields } from '../../schema/is-permissionable.ts';
import { userPermissionNames } from '../../schema/standard/user-permissions.ts';
import type { Scope } from '../metadata-type.ts';
import { element, type XmlElement } from '../xml/xml-element.ts';
import { profileExtras, type ProfileExtra } from './profile-extras.ts';
import { standardProfile } from './profile-name.ts';
import { findProfile, type StoredProfile } from './profile-store.ts';
import type { ExtraElement } from './read-profile.ts';

/**
 * A profile as it is now: always its user permissions that are on, login hours and IP ranges; permissions on objects,
 * fields, record types, layouts and so on only where those are in scope. Objects appear only where they can be read,
 * inactive record types not at all. Elements stand in alphabetical order, as in retrieved profiles.
 * Source: Metadata API guide, Profile, "Usage" and its fields; profiles in public repositories.
 */
export function printProfile(org: Org, fileName: string, isInScope: Scope): XmlElement {
  org.access.keepProfiles();
  const profile = findProfile(org, fileName);
  if (!profile) return element('Profile', []);
  const extras = profileExtras(org).of(profile.id);
  const standard = standardProfile(profile.name);
  const license =
    standard?.userLicense ?? extras.find((extra) => extra.element === 'userLicense')?.name ?? 'Salesforce';
  const children = [
    ...extras.filter((extra) => isExtraInScope(extra, isInScope)).map((extra) => leaf(extra.element, extra.content)),
    element('custom', String(standard === undefined)),
    ...(profile.description === null ? [] : [element('description', profile.description)]),
    ...fieldPermissions(org, profile, isInScope),
    ...layoutAssignments(org, profile, isInScope),
    ...loginRestrictions(org, profile),
    ...objectPermissions(org, profile, isInScope),
    ...recordTypeVisibilities(org, profile, isInScope),
    element('userLicense', license),
    ...userPermissions(org, profile),
  ];
  return element(
    'Profile',
    children.toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1)),
  );
}

/** Its elements in alphabetical order. */
function leaf(name: string, content: Readonly<Record<string, unknown>>): XmlElement {
  const children = Object.entries(content)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([child, value]) => element(child, String(value)));
  return element(name, children);
}

/** The types that say whether such an element is asked for. */
const EXTRA_TYPES: Readonly<Record<ExtraElement, string>> = {
  applicationVisibilities: 'CustomApplication',
  classAccesses: 'ApexClass',
  customMetadataTypeAccesses: 'CustomObject',
  customPermissions: 'CustomPermission',
  customSettingAccesses: 'CustomObject',
  externalDataSourceAccesses: 'ExternalDataSource',
  flowAccesses: 'Flow',
  pageAccesses: 'ApexPage',
  tabVisibilities: 'CustomTab',
};

function isExtraInScope({ element: name, name: about }: ProfileExtra, isInScope: Scope): boolean {
  const type = EXTRA_TYPES[name as ExtraElement] as string | undefined;
  if (type === undefined) return false;
  const standardTab = /^standard-(.+)$/.exec(about)?.[1];
  return isInScope(type, about) || (standardTab !== undefined && isInScope('CustomObject', standardTab));
}

/** All fields with field-level security, hidden ones too. A standard lookup may be asked for without its `Id`. */
function fieldPermissions(org: Org, { permissionSetId }: StoredProfile, isInScope: Scope): XmlElement[] {
  const rows = org.statements
    .prepare('SELECT "Field" AS name, "PermissionsEdit" AS edit FROM "FieldPermissions" WHERE "ParentId" = ?')
    .all(permissionSetId);
  const granted = new Map(rows.map((row) => [String(row['name']).toLowerCase(), row['edit'] === 1]));
  return org.schema.objects().flatMap((object) =>
    permissionableFields(object)
      .map((field) => ({ field, name: `${object.name}.${field.name}` }))
      .filter(
        ({ field, name }) =>
          isInScope('CustomObject', object.name) ||
          isInScope('CustomField', name) ||
          (field.referenceTo !== undefined && isInScope('CustomField', name.replace(/Id$/, ''))),
      )
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name }) => {
        const editable = granted.get(name.toLowerCase());
        return leaf('fieldPermissions', { editable: editable === true, field: name, readable: editable !== undefined });
      }),
  );
}

function layoutAssignments(org: Org, { id }: StoredProfile, isInScope: Scope): XmlElement[] {
  return layoutStore(org)
    .assignments(id)
    .map(({ object, layout, recordType }) => ({
      layout: `${object}-${encodeURIComponent(layout).replaceAll('%20', ' ')}`,
      ...(recordType !== null && { recordType: `${object}.${recordType}` }),
    }))
    .filter(({ layout }) => isInScope('Layout', layout))
    .map((assignment) => leaf('layoutAssignments', assignment));
}

function loginRestrictions(org: Org, { id }: StoredProfile): XmlElement[] {
  const { loginHours = {}, loginIpRanges = [] } = org.access.loginPolicies.of(id);
  const hours = weekdays.flatMap((day): [string, number][] => {
    const { start, end } = loginHours[day] ?? {};
    return start === undefined || end === undefined
      ? []
      : [
          [`${day}Start`, start],
          [`${day}End`, end],
        ];
  });
  return [
    ...(hours.length === 0 ? [] : [leaf('loginHours', Object.fromEntries(hours))]),
    ...loginIpRanges.map(({ start, end, description }) =>
      leaf('loginIpRanges', {
        startAddress: start,
        endAddress: end,
        ...(description !== undefined && { description }),
      }),
    ),
  ];
}

function objectPermissions(org: Org, { permissionSetId }: StoredProfile, isInScope: Scope): XmlElement[] {
  return org.statements
    .prepare('SELECT * FROM "ObjectPermissions" WHERE "ParentId" = ? AND "PermissionsRead" = 1 ORDER BY "SobjectType"')
    .all(permissionSetId)
    .filter((row) => isInScope('CustomObject', String(row['SobjectType'])))
    .map((row) =>
      leaf('objectPermissions', {
        allowCreate: row['PermissionsCreate'] === 1,
        allowDelete: row['PermissionsDelete'] === 1,
        allowEdit: row['PermissionsEdit'] === 1,
        allowRead: true,
        modifyAllRecords: row['PermissionsModifyAllRecords'] === 1,
        object: row['SobjectType'],
        viewAllFields: row['PermissionsViewAllFields'] === 1,
        viewAllRecords: row['PermissionsViewAllRecords'] === 1,
      }),
    );
}

function recordTypeVisibilities(org: Org, { permissionSetId }: StoredProfile, isInScope: Scope): XmlElement[] {
  return org.statements
    .prepare(
      `SELECT r."SobjectType" AS object, r."SobjectType" || '.' || iif(r."NamespacePrefix" IS NULL, '',
        r."NamespacePrefix" || '__') || r."DeveloperName" AS name, v.visible AS visible, v.is_default AS is_default
      FROM "RecordType" r LEFT JOIN __record_type_visibility v ON r."Id" = v.record_type_id AND v.permission_set_id = ?
      WHERE r."IsActive" = 1 ORDER BY 2`,
    )
    .all(permissionSetId)
    .filter(({ object, name }) => isInScope('CustomObject', String(object)) || isInScope('RecordType', String(name)))
    .map((row) =>
      leaf('recordTypeVisibilities', {
        default: row['is_default'] === 1,
        recordType: row['name'],
        visible: row['visible'] === 1,
      }),
    );
}

function userPermissions(org: Org, { permissionSetId }: StoredProfile): XmlElement[] {
  const row = org.records.find('PermissionSet', permissionSetId);
  return userPermissionNames
    .filter((name) => row?.[`Permissions${name}`] === 1)
    .toSorted()
    .map((name) => leaf('userPermissions', { enabled: true, name }));
}
