import { layoutStore } from '../layouts/layout-store.ts';
import type { Org } from '../org/org.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { MetadataError } from './metadata-error.ts';
import type { DeployContext } from './metadata-type.ts';
import type { ProfileXml } from './read-profile.ts';
import { recordTypeId } from './record-type-id.ts';
import { layoutName } from './save-layout.ts';

/** Profiles whose files are named otherwise than they are. Source: Metadata API guide, Profile. */
const FILE_NAMES: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  ReadOnly: 'Read Only',
  Standard: 'Standard User',
};

/** Assigns layouts to the users of a profile that the org has. @returns the profile's name in files */
export function saveProfile({ org, naming }: DeployContext, component: MetadataComponent, xml: ProfileXml): string {
  const { file } = component;
  const name = decodeURIComponent(component.name);
  const profileId = idOfProfile(org, FILE_NAMES[name] ?? name);
  if (profileId === undefined) throw new MetadataError({ file, problem: `this org has no profile ${name}` });
  const store = layoutStore(org);
  for (const { layout: fullName, recordType } of xml.layoutAssignments) {
    const { object: objectName, name: layout } = layoutName(fullName);
    const object = org.schema.object(naming.object(objectName));
    if (!object || !store.has(object.name, layout)) {
      throw new MetadataError({ file, problem: `this org has no layout ${fullName}` });
    }
    const typeId =
      recordType === undefined ? null : recordTypeId(org, `${object.name}.${recordType.split('.').at(-1)}`);
    if (typeId === undefined) {
      throw new MetadataError({ file, problem: `this org has no record type ${recordType}` });
    }
    store.assign({ profileId, object: object.name, layout, recordTypeId: typeId });
  }
  return component.fullName;
}

function idOfProfile(org: Org, name: string): string | undefined {
  const row = org.statements.prepare('SELECT "Id" FROM "Profile" WHERE "Name" = ?').get(name);
  return row && String(row['Id']);
}
