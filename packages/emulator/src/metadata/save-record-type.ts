import type { Org } from '../org/org.ts';
import { MetadataError } from './metadata-error.ts';
import type { Naming } from './namespace.ts';
import type { RecordTypeXml } from './read-record-type.ts';
import type { MetadataComponent } from './metadata-component.ts';
import { recordTypePicklists } from './record-type-picklists.ts';
import { saveRow } from './save-row.ts';

export interface SaveRecordTypeOptions {
  readonly file: MetadataComponent;
  readonly object: string;
  readonly naming: Naming;
  readonly xml: RecordTypeXml;
}

/** @returns its full name, `Object.ns__DeveloperName` in a managed package */
export function saveRecordType(org: Org, { file, object, naming, xml }: SaveRecordTypeOptions): string {
  if (!org.schema.object(object)) {
    throw new MetadataError({ file: file.file, problem: `this org has no object ${object}` });
  }
  const id = saveRow(
    org,
    'RecordType',
    { SobjectType: object, DeveloperName: xml.fullName, NamespacePrefix: naming.namespace },
    {
      Name: xml.label,
      Description: xml.description ?? null,
      IsActive: Number(xml.active),
      BusinessProcessId: businessProcessId(org, { file, object, naming, xml }),
    },
  );
  recordTypePicklists(org).save(
    id,
    (xml.picklistValues ?? []).map(({ picklist, values }) => [
      naming.field(file.object, picklist),
      values.map((value) => ({ value: decodeURIComponent(value.fullName), isDefault: value.default ?? false })),
    ]),
  );
  return `${object}.${naming.component(xml.fullName)}`;
}

function businessProcessId(org: Org, { file, object, naming, xml }: SaveRecordTypeOptions): string | null {
  if (xml.businessProcess === undefined) return null;
  const row = org.statements
    .prepare(
      'SELECT "Id" FROM "BusinessProcess" WHERE "TableEnumOrId" = ? AND "Name" = ? ORDER BY "NamespacePrefix" IS ? DESC',
    )
    .get(object, xml.businessProcess, naming.namespace);
  if (!row) {
    throw new MetadataError({ file: file.file, problem: `this org has no business process ${xml.businessProcess}` });
  }
  return String(row['Id']);
}
