import type { UserAccess } from '../../access/user-access.ts';
import type { Org } from '../../org/org.ts';
import type { ObjectDefinition } from '../object-definition.ts';

/** Of having no record type of one's own. */
export const MASTER_RECORD_TYPE_ID = '012000000000000AAA';

/** The org, and the user that it is described for. */
export interface DescribedFor {
  readonly org: Org;
  readonly access: UserAccess;
}

/**
 * The object's record types, by name, and the master record type last; with what is available to the user, and default.
 * Source: describes recorded by CumulusCI and Nango's integration templates.
 */
export function describeRecordTypes(
  { org, access }: DescribedFor,
  object: ObjectDefinition,
  apiVersion: string,
): Record<string, unknown>[] {
  if (!object.fields.has('Name') && !object.fields.has('OwnerId')) return [];
  const types = org.statements
    .prepare('SELECT * FROM "RecordType" WHERE "SobjectType" = ? ORDER BY "Name"')
    .all(object.name);
  const defaultId = access.recordTypes.defaultOf(object.name) ?? MASTER_RECORD_TYPE_ID;
  const info = (recordTypeId: string, name: string, developerName: string, active: boolean) => ({
    active,
    available: active && (recordTypeId === MASTER_RECORD_TYPE_ID || access.recordTypes.isAvailable(recordTypeId)),
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
