import { MetadataError } from '../metadata-error.ts';
import type { PermissionContext } from './permission-context.ts';
import type { PermissionsXml } from './permissions-xml.ts';

export interface RecordTypeVisibilities {
  readonly permissionSetId: string;
  readonly xml: PermissionsXml;
}

/**
 * Makes record types available as the permissions say; what they do not name stays as it is. A new default takes the
 * place of the other of its object. Inactive ones are left alone.
 * Source: Metadata API guide, Profile, ProfileRecordTypeVisibility.
 *
 * @throws MetadataError for a record type that the org lacks
 */
export function saveRecordTypeVisibilities(
  { org, component, naming }: PermissionContext,
  { permissionSetId, xml: { recordTypeVisibilities = [] } }: RecordTypeVisibilities,
): void {
  const { file } = component;
  for (const { recordType, visible, default: isDefault = false, personAccountDefault } of recordTypeVisibilities) {
    const [objectName = '', name = ''] = recordType.split('.');
    const [developerName = '', namespace = naming.namespace] = name.split('__').toReversed();
    const row = org.statements
      .prepare(
        `SELECT "Id" AS id, "IsActive" AS active FROM "RecordType" WHERE "SobjectType" = ? AND "DeveloperName" = ?
        ORDER BY "NamespacePrefix" IS ? DESC`,
      )
      .get(naming.object(objectName), developerName, namespace);
    if (!row) {
      throw new MetadataError({ file, problem: `In field: recordType - no RecordType named ${recordType} found` });
    }
    if (personAccountDefault && org.settings.get('personAccounts') === 'true') {
      throw new MetadataError({
        file,
        problem: `NOT_EMULATED the default record type ${recordType} of person accounts`,
      });
    }
    if (row['active'] !== 1) continue;
    const id = String(row['id']);
    if (isDefault) {
      org.statements
        .prepare(
          `UPDATE __record_type_visibility SET is_default = 0 WHERE permission_set_id = ? AND record_type_id IN
          (SELECT "Id" FROM "RecordType" WHERE "SobjectType" = ?)`,
        )
        .run(permissionSetId, naming.object(objectName));
    }
    org.statements
      .prepare('INSERT OR REPLACE INTO __record_type_visibility VALUES (?, ?, ?, ?)')
      .run(permissionSetId, id, Number(visible), Number(isDefault));
  }
}
