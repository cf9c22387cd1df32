import type { UserAccess } from '../access/user-access.ts';
import type { Org } from '../org/org.ts';
import { describeChildRelationships } from '../schema/describe/child-relationships.ts';
import { describeRecordTypes, MASTER_RECORD_TYPE_ID } from '../schema/describe/record-type-infos.ts';
import { describeSummary } from '../schema/describe/describe-summary.ts';
import type { ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { tagged } from './answer-ui-api.ts';
import { controllersOf } from './controllers-of.ts';
import { fieldInfo } from './field-info.ts';
import { nameFields } from './name-fields.ts';
import { since } from './since-version.ts';
import { themeInfo } from './theme-info.ts';

export interface ObjectInfoOptions {
  readonly org: Org;
  readonly access: UserAccess;
  /** What the caller sees. */
  readonly schema: OrgSchema;
  readonly object: ObjectDefinition;
  readonly apiVersion: string;
  /** Of an object that another one's answer refers to: it has no record types. @default false */
  readonly nested?: boolean;
}

/**
 * An object as UI API describes it. Source: object-info recorded by lwc-recipes (v45); members of later versions from
 * the UI API guide, Object Info.
 */
export function objectInfo({ org, access, schema, object, apiVersion, nested = false }: ObjectInfoOptions): object {
  const described = describeSummary(object, apiVersion);
  const copied = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, described[name]]));
  const recordTypes = nested ? [] : describeRecordTypes({ org, access }, object, apiVersion).map(toRecordTypeInfo);
  const fields = [...object.fields.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return tagged({
    apiName: object.name,
    ...since(50, apiVersion, copied('associateEntityType', 'associateParentEntity')),
    childRelationships: childRelationships(object, schema),
    ...since(60, apiVersion, { compactLayoutable: object.described?.['compactLayoutable'] ?? true }),
    ...copied('createable', 'custom'),
    defaultRecordTypeId: nested
      ? null
      : (recordTypes.find((type) => type.defaultRecordTypeMapping)?.recordTypeId ?? MASTER_RECORD_TYPE_ID),
    ...copied('deletable'),
    dependentFields: dependentFields(schema, object),
    ...copied('feedEnabled'),
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(schema, object, field, apiVersion)])),
    ...copied('keyPrefix', 'label', 'labelPlural', 'layoutable', 'mruEnabled'),
    nameFields: nameFields(object),
    ...copied('queryable'),
    recordTypeInfos: Object.fromEntries(recordTypes.map((type) => [type.recordTypeId, type])),
    ...since(60, apiVersion, { searchLayoutable: object.described?.['searchLayoutable'] ?? true }),
    ...copied('searchable'),
    themeInfo: themeInfo(org, object),
    ...copied('updateable'),
  });
}

export interface RecordTypeInfo {
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
}

/** What describe says of a record type, as UI API prints it. */
export function toRecordTypeInfo(described: Readonly<Record<string, unknown>>): RecordTypeInfo {
  return {
    available: described['available'] === true,
    defaultRecordTypeMapping: described['defaultRecordTypeMapping'] === true,
    master: described['master'] === true,
    name: String(described['name']),
    recordTypeId: String(described['recordTypeId']),
  };
}

/** Those with a name, by child. */
function childRelationships(object: ObjectDefinition, schema: OrgSchema): object[] {
  return describeChildRelationships(object, schema)
    .filter((child) => child['relationshipName'] !== null)
    .map((child) => ({
      childObjectApiName: child['childSObject'],
      fieldName: child['field'],
      junctionIdListNames: child['junctionIdListNames'],
      junctionReferenceTo: child['junctionReferenceTo'],
      relationshipName: child['relationshipName'],
    }));
}

interface FieldTree {
  [controller: string]: FieldTree;
}

/** A tree for each field that controls others and is controlled by none. Source: UI API guide, Object Info. */
function dependentFields(schema: OrgSchema, object: ObjectDefinition): FieldTree {
  const tree: FieldTree = {};
  for (const field of object.fields.values()) {
    const controllers = controllersOf(schema, object.name, field);
    if (controllers.length === 0) continue;
    let branch = tree;
    for (const name of [...controllers.toReversed(), field.name]) branch = branch[name] ??= {};
  }
  return tree;
}
