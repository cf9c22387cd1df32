import { parseRecordId } from '../org/record-id.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { DmlContext } from './dml-context.ts';
import { entityIsDeleted, invalidCrossReference } from './field-errors.ts';
import { malformedRecordId } from './object-errors.ts';
import type { StoredRecord } from './stored-record.ts';

/** The record that an update or delete names, or the error that Salesforce answers with. */
export function findForWrite(context: DmlContext, object: ObjectDefinition, idText: string): StoredRecord {
  const id = parseRecordId(idText);
  if (id === undefined || id.slice(0, 3) !== object.keyPrefix) {
    throw malformedRecordId(object.fields.get('Id')?.label ?? 'Record ID', idText);
  }
  const record = context.org.records.find(object.name, id);
  if (!record) throw invalidCrossReference();
  if (record['IsDeleted'] === 1) throw entityIsDeleted();
  return record;
}
