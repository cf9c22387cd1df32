import { layoutStore } from '../../layouts/layout-store.ts';
import { MetadataError } from '../metadata-error.ts';
import type { PermissionContext } from '../permissions/permission-context.ts';
import { recordTypeId } from '../record-type-id.ts';
import { layoutName } from '../save-layout.ts';
import type { ProfileXml } from './read-profile.ts';

/** @throws MetadataError for layouts and record types that the org lacks */
export function assignLayouts(
  { org, component: { file }, naming }: PermissionContext,
  profileId: string,
  { layoutAssignments }: ProfileXml,
): void {
  const store = layoutStore(org);
  for (const { layout: fullName, recordType } of layoutAssignments) {
    const { object: objectName, name: layout } = layoutName(fullName);
    const object = org.schema.object(naming.object(objectName));
    if (!object || !store.has(object.name, layout)) {
      throw new MetadataError({ file, problem: `this org has no layout ${fullName}` });
    }
    const typeId =
      recordType === undefined ? null : recordTypeId(org, `${object.name}.${recordType.split('.').at(-1)}`);
    if (typeId === undefined) throw new MetadataError({ file, problem: `this org has no record type ${recordType}` });
    store.assign({ profileId, object: object.name, layout, recordTypeId: typeId });
  }
}
