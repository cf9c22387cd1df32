import { defaultRecordTypeId } from '../../dml/default-record-type.ts';
import type { Org } from '../../org/org.ts';
import type { ObjectDefinition } from '../object-definition.ts';

/** Of having no record type of one's own. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/**
 * The object's record types, by name, and the master record type last. All active ones are available to every user
 * here. Source: describes recorded by CumulusCI and Nango's integration templates.
 */
export function describeRecordTypes(org: Org, object: ObjectDefinition, apiVersion: string): Record<string, unknown>[] {
  if (!object.fields.has('Name') && !object.fields.has('OwnerId')) return [];
  const types = org.statements
    .prepare('SELECT * FROM "RecordType" WHERE "SobjectType" = ? ORDER BY "Name"')
    .all(object.name);
  const defaultId = defaultRecordTypeId(org, object.name) ?? MASTER_RECORD_TYPE_ID;
  const info = (recordTypeId: string, name: string, developerName: string, active: boolean) => ({
    active,
    available: active,
    defaultRecordTypeMapping: recordTypeId === defaultId,
    developerName,
    master: recordTypeId === MASTER_RECORD_TYPE_ID,
    name,
    recordTypeId,
    urls: { layout: `/services/data/v${apiVersion}/sobjects/${object.name}/describe/layouts/${recordTypeId}` },
  });
  return [
    ...types.map((type) =>
      info(String(type['Id']), String(type['Name']), String(type['DeveloperName']), type['IsActive'] === 1),
    ),
    info(MASTER_RECORD_TYPE_ID, 'Master', 'Master', true),
  ];
}
