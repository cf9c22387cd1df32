import type { Org } from '../org/org.ts';
import { splitPartName } from './part-name.ts';

/** @param fullName `Object.ns__DeveloperName` or `Object.DeveloperName` */
export function recordTypeId(org: Org, fullName: string): string | undefined {
  const { object, name } = splitPartName(fullName);
  const [developerName = '', namespace = null] = name.split('__').toReversed();
  const row = org.statements
    .prepare('SELECT "Id" FROM "RecordType" WHERE "SobjectType" = ? AND "DeveloperName" = ? AND "NamespacePrefix" IS ?')
    .get(object, developerName, namespace);
  return row && String(row['Id']);
}
