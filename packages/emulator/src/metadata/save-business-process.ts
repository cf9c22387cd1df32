import type { Org } from '../org/org.ts';
import type { Naming } from './namespace.ts';
import type { BusinessProcessXml } from './read-business-process.ts';
import { saveRow } from './save-row.ts';

export interface SaveBusinessProcessOptions {
  readonly object: string;
  readonly naming: Naming;
  readonly xml: BusinessProcessXml;
}

/** @returns its full name, `Object.ns__Name` in a managed package */
export function saveBusinessProcess(org: Org, { object, naming, xml }: SaveBusinessProcessOptions): string {
  const id = saveRow(
    org,
    'BusinessProcess',
    { TableEnumOrId: object, Name: xml.fullName, NamespacePrefix: naming.namespace },
    { IsActive: Number(xml.isActive), Description: xml.description ?? null },
  );
  org.database.exec(`CREATE TABLE IF NOT EXISTS __business_process_stage (
    business_process_id TEXT NOT NULL, position INTEGER NOT NULL, stage TEXT NOT NULL, is_default INTEGER NOT NULL,
    PRIMARY KEY (business_process_id, position)) STRICT`);
  org.database.prepare('DELETE FROM __business_process_stage WHERE business_process_id = ?').run(id);
  const insert = org.database.prepare('INSERT INTO __business_process_stage VALUES (?, ?, ?, ?)');
  for (const [position, value] of xml.values.entries()) {
    insert.run(id, position, decodeURIComponent(value.fullName), Number(value.default ?? false));
  }
  return `${object}.${naming.component(xml.fullName)}`;
}
